import { views } from '#libs/testing';
import {
  aClientErased,
  aClientRegistered,
  aClientRestricted,
  aClientWonBack,
  aLeadAdded,
  aLeadQualified,
  theLeadRegistered,
} from '../../testing/client.builders.js';
import { clientOfStore } from './client-of-store.projection.js';

describe('who belongs to which store', () => {
  const spec = views(clientOfStore);
  const her = { clientId: aClientRegistered().data.clientId, storeId: 'sh-01' };

  it('is known of clients from the start', () => {
    spec.given(aClientRegistered()).thenRows(her);
  });

  it('tells since when from when that was learned', () => {
    const brought = { ...aClientRegistered(), recordedAt: '2026-08-01T02:00:00.000Z' };
    spec.given(brought).thenRows({ since: brought.occurredAt, learnedAt: brought.recordedAt });
  });

  it('is known of leads, and stays when they become clients', () => {
    spec.given(aLeadAdded()).thenRows(her);
    spec.given(aLeadAdded(), aLeadQualified(), theLeadRegistered()).thenRows(her);
  });

  it('says of whom it is kept and not used, until she is back', () => {
    spec.given(aClientRegistered(), aClientRestricted()).thenRows({ ...her, restricted: true });
    const back = [aClientRegistered(), aClientRestricted(), aClientWonBack()] as const;
    spec.given(...back).thenRows({ ...her, restricted: false });
  });

  it('is not known of whom nobody knows any more', () => {
    spec.given(aClientRegistered(), aClientErased()).thenRows();
  });
});
