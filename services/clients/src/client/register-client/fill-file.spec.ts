import { decisions } from '#libs/testing';
import {
  aClientRegistered,
  aContactChanged,
  aFileSectionUpdated,
  openly,
  plainContacts,
  plainly,
} from '../../testing/client.builders.js';
import { client } from '../client.js';
import type { Contact } from '../contact.js';
import { FillFile, fillFile } from './fill-file.js';

const sealing = { contacts: plainContacts, files: openly };
const spec = decisions(client, fillFile(sealing, null));
const registered = aClientRegistered();
const { clientId } = registered.data;
const person = aFileSectionUpdated('person', { birthday: '1990-05-01' });
const taboos = aFileSectionUpdated('preferences', { taboos: ['rose'] });
const told = { person: { birthday: '1990-05-01' }, preferences: { taboos: ['rose'] } };
const telling = new FillFile({ clientId, contact: {}, file: told, filledAt: person.occurredAt });
const tellingOf = (contact: Contact) => new FillFile({ ...telling.data, contact, file: {} });

describe('what a file of the past tells of somebody who is known', () => {
  it('goes into the sections that nobody has written', () => {
    spec.given(registered).when(telling).then(person, taboos);
    spec.given(registered, person).when(telling).then(taboos);
  });

  it('is nothing new when it is told again', () => {
    spec.given(registered, person, taboos).when(telling).thenNothing();
  });

  it('never writes over what somebody wrote, nor fills a part of it', () => {
    const atTheDesk = aFileSectionUpdated('person', { birthday: '1990-05-02' });
    const refused = { sections: ['person'] };
    spec.given(registered, atTheDesk).when(telling).thenRefused('file-written-already', refused);
    const emptied = { ...person, data: { ...person.data, sealed: plainly({}), filled: [] } };
    spec.given(registered, person, emptied).when(telling).thenRefused('file-written-already', refused);
  });

  it('is how to reach her, too, where she is known by less', () => {
    const more = { name: '王芳', phone: 'its-index' };
    const filled = { ...aContactChanged(more), released: [], claims: [] };
    spec.given(registered).when(tellingOf(more)).then(filled);
    spec.given(registered, filled).when(tellingOf(more)).thenNothing();
    spec
      .given(registered, filled)
      .when(tellingOf({ name: '王芳' }))
      .thenNothing();
  });

  it('is refused of somebody else under her key, and where the desk has changed how to reach her', () => {
    const refused = { sections: ['contact'] };
    const another = { name: '李娜', phone: 'another' };
    spec.given(registered).when(tellingOf(another)).thenRefused('file-written-already', refused);
    const atTheDesk = aContactChanged({ name: '王芳' });
    spec
      .given(registered, atTheDesk)
      .when(tellingOf({ name: '王芳', phone: 'its-index' }))
      .thenRefused('file-written-already', refused);
  });

  it('is told with a guardian of who is not of age, or nothing of it goes in', () => {
    const age = { policyVersion: 'age-of-consent@2', on: '2026-03-02', years: 14 };
    const aged = decisions(client, fillFile(sealing, age)).given(registered);
    const filling = (person: object) => new FillFile({ ...telling.data, file: { ...told, person } });
    const child = { birthday: '2015-05-01' };
    aged.when(filling(child)).thenRefused('guardian-needed');
    const guarded = { ...child, guardianName: '李娜', guardianRelation: 'mother' };
    const kept = { ...aFileSectionUpdated('person', guarded), policyVersion: 'age-of-consent@2' };
    aged.when(filling(guarded)).then(kept, taboos);
  });

  it('leaves sections alone that it says nothing of', () => {
    const character = aFileSectionUpdated('character', { buyingHabits: 'slowly' });
    const silent = new FillFile({ ...telling.data, file: { ...told, character: {} } });
    spec.given(registered, person, taboos, character).when(silent).thenNothing();
  });
});
