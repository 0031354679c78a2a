import { views } from '#libs/testing';
import {
  aClientErased,
  aClientRegistered,
  aFileReviewed,
  aFileSectionUpdated,
} from '../../testing/client.builders.js';
import { analysedFile } from './analysed-file.projection.js';

const spec = views(analysedFile);
const { clientId, storeId } = aClientRegistered().data;
const person = aFileSectionUpdated('person', { sex: 'female' });
const character = aFileSectionUpdated('character', { personalities: ['passive'] });

describe('files that are analysed', () => {
  it('are sections as they were sealed, side by side', () => {
    const row = { clientId, storeId, person: person.data.sealed, character: character.data.sealed };
    spec
      .given(aClientRegistered(), person, aFileReviewed(), character)
      .thenRows({ ...row, preferences: null });
  });

  it('are not there of who tells nothing that is asked', () => {
    spec.given(aClientRegistered(), aFileSectionUpdated('talking-points', { work: 'x' })).thenRows();
    spec.given(aFileSectionUpdated('person', { hobbies: ['tea'] })).thenRows({ person: null });
  });

  it('say what the file says now', () => {
    const now = aFileSectionUpdated('character', { personalities: ['trial'] });
    spec.given(character, now).thenRows({ character: now.data.sealed });
    spec.given(character, aFileSectionUpdated('character', {})).thenRows({ character: null });
  });

  it('are gone with her', () => {
    spec.given(person, aClientErased()).thenRows();
  });
});
