import { decisions } from '#libs/testing';
import { aClientLookedUp } from '../../testing/client.builders.js';
import { clientLookup } from '../client-lookup.js';
import { foundIn, LookUpClient, lookUpClient } from './look-up-client.js';

const shared = decisions(clientLookup, lookUpClient(true));
const notShared = decisions(clientLookup, lookUpClient(false));
const { clientId } = aClientLookedUp().data;
const asking = (clientId: string | null) => {
  const { data, storeId, occurredAt } = aClientLookedUp(clientId);
  return new LookUpClient({ ...data, storeId: storeId!, lookedUpAt: occurredAt });
};
const withheld = () => aClientLookedUp(clientId, { withheld: true });

describe('looking a client up', () => {
  it('is recorded, with why, whether she is found or not', () => {
    shared.given().when(asking(clientId)).then(aClientLookedUp());
    notShared.given().when(asking(null)).then(aClientLookedUp(null));
  });

  it('is recorded as withheld where she is found and not shared', () => {
    notShared.given().when(asking(clientId)).then(withheld());
  });

  it('is the same look when it is asked again', () => {
    shared.given(aClientLookedUp()).when(asking(null)).thenNothing();
    shared.given(withheld()).when(asking(clientId)).thenNothing();
    notShared.given(aClientLookedUp()).when(asking(clientId)).thenNothing();
  });
});

describe('what comes of a look', () => {
  const of = (fact = aClientLookedUp()) => foundIn(clientLookup.evolve(clientLookup.initial, fact));

  it('is a client who is shown, one who is withheld, or nobody', () => {
    expect(of()).toEqual({ clientId, isShown: true });
    expect(of(withheld())).toEqual({ clientId, isShown: false });
    expect(of(aClientLookedUp(null))).toEqual({ clientId: null, isShown: false });
  });
});
