import { decisions } from '#libs/testing';
import { aClientRegistered, aFileSectionUpdated, aLeadAdded, openly } from '../../testing/client.builders.js';
import { client } from '../client.js';
import { UpdateFile, updateFile } from './update-file.js';

const spec = decisions(client, updateFile(openly, null));
const updated = aFileSectionUpdated();
const { clientId } = updated.data;
const giving = (fields: Record<string, unknown>) =>
  new UpdateFile({ clientId, section: 'person', fields, updatedAt: updated.occurredAt });

describe('updating a section of her file', () => {
  it('keeps the fields sealed, and says which have a value', () => {
    spec
      .given(aClientRegistered())
      .when(giving({ birthday: '1990-05-01' }))
      .then(updated);
  });

  it('is told with a guardian of who is not of age, and keeps by which policy that is', () => {
    const age = { policyVersion: 'age-of-consent@2', on: '2026-03-02', years: 16 };
    const aged = decisions(client, updateFile(openly, age));
    const child = { birthday: '2012-05-01' };
    aged.given(aClientRegistered()).when(giving(child)).thenRefused('guardian-needed', { ageOfConsent: 16 });
    const guarded = { ...child, guardianName: '李娜', guardianRelation: 'mother' };
    aged
      .given(aClientRegistered())
      .when(giving(guarded))
      .then({ ...aFileSectionUpdated('person', guarded), policyVersion: 'age-of-consent@2' });
    aged.given(aClientRegistered(), aFileSectionUpdated('person', child)).when(giving(child)).thenNothing();
  });

  it('is open for a lead too', () => {
    spec
      .given(aLeadAdded())
      .when(giving({ birthday: '1990-05-01' }))
      .then(updated);
  });

  it('replaces the section as a whole', () => {
    spec
      .given(aClientRegistered(), updated)
      .when(giving({ hobbies: ['tea'] }))
      .then(aFileSectionUpdated('person', { hobbies: ['tea'] }));
  });

  it('records nothing when it is the same', () => {
    spec
      .given(aClientRegistered(), updated)
      .when(giving({ birthday: '1990-05-01' }))
      .thenNothing();
  });

  it('refuses whom nobody knows', () => {
    spec.given().when(giving({})).thenRefused('unknown-client', { clientId });
  });
});
