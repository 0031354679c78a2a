import { decisions } from '#libs/testing';
import {
  aClientLost,
  aClientRegistered,
  aClientWonBack,
  aFileSectionUpdated,
  aLeadAdded,
  openly,
} from '../../testing/client.builders.js';
import { client } from '../client.js';
import { NoteLoss, noteLoss } from './note-loss.js';

const spec = decisions(client, noteLoss(openly));
const lost = aClientLost();
const { clientId, leftOn } = lost.data;
const says = { problem: 'it hurt', opinion: 'kind people' };
const told = aFileSectionUpdated('departure', says, lost.occurredAt);
const noting = (more: Partial<NoteLoss['data']> = {}) =>
  new NoteLoss({ clientId, leftOn, reason: 'effect', says: {}, notedAt: lost.occurredAt, ...more });

describe('noting that somebody left (CL-63)', () => {
  it('keeps when and why in plain, and what she says sealed, in her file', () => {
    spec.given(aClientRegistered()).when(noting({ says })).then(lost, told);
    spec
      .given(aLeadAdded())
      .when(noting())
      .then(aClientLost({ status: 'lead' }));
  });

  it('changes nothing when it is known', () => {
    spec.given(aClientRegistered(), lost, told).when(noting({ says })).thenNothing();
    spec.given(aClientRegistered(), lost, told).when(noting()).thenNothing();
  });

  it('corrects what was noted, each part for itself', () => {
    const earlier = aClientLost({ leftOn: '2026-02-01', reason: 'price' });
    spec.given(aClientRegistered(), earlier, told).when(noting({ says })).then(lost);
    spec.given(aClientRegistered(), lost).when(noting({ says })).then(told);
  });

  it('happens again to one who came back', () => {
    spec.given(aClientRegistered(), lost, aClientWonBack()).when(noting()).then(lost);
  });

  it('refuses a day to come, and whom nobody knows', () => {
    spec
      .given(aClientRegistered())
      .when(noting({ leftOn: '2026-04-03' }))
      .thenRefused('in-the-future');
    spec.given().when(noting()).thenRefused('unknown-client', { clientId });
  });
});
