import { views } from '#libs/testing';
import {
  aClientErased,
  aClientLost,
  aClientRegistered,
  aClientWonBack,
  aFileSectionUpdated,
  aLeadAdded,
  aLeadClassed,
  aLeadQualified,
  theLeadRegistered,
} from '../../testing/client.builders.js';
import { leadList } from './lead-list.projection.js';

const leads = views(leadList);
const added = aLeadAdded();
const { clientId, storeId, source } = added.data;

describe('leads', () => {
  it('are there as soon as they are added, of no class', () => {
    const row = { clientId, storeId, source, class: null, state: 'open', addedAt: added.occurredAt } as const;
    leads.given(added, aFileSectionUpdated()).thenRows(row);
  });

  it('of class C stay (CL-60)', () => {
    leads.given(added, aLeadClassed('A'), aLeadClassed('C')).thenRows({ class: 'C', state: 'open' });
  });

  it('say who became a client, and when', () => {
    const since = theLeadRegistered().occurredAt;
    leads
      .given(added, aLeadClassed('C'), aLeadQualified(), theLeadRegistered())
      .thenRows({ class: 'C', state: 'client', clientSince: since });
  });

  it('say who left, when and why, until she is won back', () => {
    leads.given(added, aClientLost()).thenRows({ state: 'lost', leftOn: '2026-03-30', reason: 'effect' });
    const back = { leftOn: null, reason: null };
    leads.given(added, aClientLost(), aClientWonBack()).thenRows({ state: 'open', ...back });
    leads
      .given(added, theLeadRegistered(), aClientLost(), aClientWonBack())
      .thenRows({ state: 'client', ...back });
  });

  it('are none who were clients from the beginning, nor who are erased', () => {
    leads.given(aClientRegistered(), aClientLost(), aClientWonBack()).thenRows();
    leads.given(added, aClientErased()).thenRows();
  });
});
