import { decisions } from '#libs/testing';
import { aClientRegistered, aContactChanged, hers, plainContacts } from '../../testing/client.builders.js';
import { client } from '../client.js';
import type { Contact } from '../contact.js';
import { ChangeContact, changeContact } from './change-contact.js';

const changed = aContactChanged({ phone: 'another' });
const { clientId } = changed.data;
const spec = decisions(client, changeContact(plainContacts));
const to = (contact: Contact) => new ChangeContact({ clientId, contact, changedAt: changed.occurredAt });

describe('changing a contact', () => {
  it('claims her new phone and gives back the old one', () => {
    spec
      .given(aClientRegistered())
      .when(to({ phone: 'another' }))
      .then(changed);
    expect(client.claims!(changed)).toEqual([
      { action: 'release', key: hers.claims[0] },
      { action: 'take', key: 'phone:another' },
    ]);
  });

  it('gives back nothing that she keeps', () => {
    const both = { phone: 'its-index', memberNumber: '7' };
    spec
      .given(aClientRegistered())
      .when(to(both))
      .then({ ...aContactChanged(both), released: [], claims: ['number:7'] });
  });

  it('changes nothing when it is the same', () => {
    spec
      .given(aClientRegistered())
      .when(to({ phone: 'its-index' }))
      .thenNothing();
  });

  it('refuses whom nobody knows', () => {
    spec
      .given()
      .when(to({ phone: '1' }))
      .thenRefused('unknown-client', { clientId });
  });
});
