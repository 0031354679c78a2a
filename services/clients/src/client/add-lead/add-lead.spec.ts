import { decisions } from '#libs/testing';
import { aClientRegistered, aLeadAdded, hers } from '../../testing/client.builders.js';
import { client } from '../client.js';
import { AddLead, addLead } from './add-lead.js';

const spec = decisions(client, addLead(hers));
const added = aLeadAdded();
const { clientId, storeId, source } = added.data;
const asking = new AddLead({
  clientId,
  storeId,
  source,
  contact: { phone: '138 0013 8000' },
  addedAt: added.occurredAt,
});

describe('adding a lead', () => {
  it('keeps where she came from, her contact sealed, and claims her phone', () => {
    spec.given().when(asking).then(added);
    expect(client.claims!(added).map(({ key }) => key)).toEqual(hers.claims);
  });

  it('refuses who is a lead or a client already', () => {
    spec.given(added).when(asking).thenRefused('client-already-registered', { clientId });
    spec.given(aClientRegistered()).when(asking).thenRefused('client-already-registered', { clientId });
  });
});
