import { decisions } from '#libs/testing';
import { aClientErased, aClientRegistered, aLeadAdded, hers } from '../../testing/client.builders.js';
import { client } from '../client.js';
import { EraseClient, eraseClient } from './erase-client.js';

const spec = decisions(client, eraseClient(hers.claims));
const erased = aClientErased();
const { clientId } = erased.data;
const erasing = new EraseClient({ clientId, erasedAt: erased.occurredAt });

describe('erasing a client', () => {
  it('gives back all that found her, of a client and of a lead', () => {
    spec.given(aClientRegistered()).when(erasing).then(erased);
    spec.given(aLeadAdded()).when(erasing).then(erased);
    const released = hers.claims.map((key) => ({ action: 'release', key }));
    expect(client.claims!(erased)).toEqual(released);
  });

  it('changes nothing the second time, nor for whom nobody knows', () => {
    spec.given(aClientRegistered(), erased).when(erasing).thenNothing();
    spec.given().when(erasing).thenNothing();
  });
});
