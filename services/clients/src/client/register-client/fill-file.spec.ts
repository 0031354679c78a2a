import { decisions } from '#libs/testing';
import { aClientRegistered, aFileSectionUpdated, openly, plainly } from '../../testing/client.builders.js';
import { client } from '../client.js';
import { FillFile, fillFile } from './fill-file.js';

const spec = decisions(client, fillFile(openly, null));
const registered = aClientRegistered();
const { clientId } = registered.data;
const person = aFileSectionUpdated('person', { birthday: '1990-05-01' });
const taboos = aFileSectionUpdated('preferences', { taboos: ['rose'] });
const told = { person: { birthday: '1990-05-01' }, preferences: { taboos: ['rose'] } };
const telling = new FillFile({ clientId, file: told, filledAt: person.occurredAt });

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

  it('is told with a guardian of who is not of age, or nothing of it goes in', () => {
    const age = { policyVersion: 'age-of-consent@2', on: '2026-03-02', years: 14 };
    const aged = decisions(client, fillFile(openly, age)).given(registered);
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
