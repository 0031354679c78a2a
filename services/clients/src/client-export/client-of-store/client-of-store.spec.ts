import { views } from '#libs/testing';
import {
  aClientErased,
  aClientRegistered,
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

  it('is known of leads, and stays when they become clients', () => {
    spec.given(aLeadAdded()).thenRows(her);
    spec.given(aLeadAdded(), aLeadQualified(), theLeadRegistered()).thenRows(her);
  });

  it('is not known of whom nobody knows any more', () => {
    spec.given(aClientRegistered(), aClientErased()).thenRows();
  });
});
