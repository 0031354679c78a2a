import { decisions } from '#libs/testing';
import { aClientLookedUp } from '../../testing/client.builders.js';
import { clientLookup } from '../client-lookup.js';
import { LookUpClient, lookUpClient } from './look-up-client.js';

const spec = decisions(clientLookup, lookUpClient);
const asking = (clientId: string | null) => {
  const { data, storeId, occurredAt } = aClientLookedUp(clientId);
  return new LookUpClient({ ...data, storeId: storeId!, lookedUpAt: occurredAt });
};

describe('looking a client up', () => {
  it('is recorded, with why, whether she is found or not', () => {
    const { clientId } = aClientLookedUp().data;
    spec.given().when(asking(clientId)).then(aClientLookedUp());
    spec.given().when(asking(null)).then(aClientLookedUp(null));
  });

  it('is the same look when it is asked again', () => {
    spec.given(aClientLookedUp()).when(asking(null)).thenNothing();
  });
});
