import { views } from '#libs/testing';
import {
  aClientRegistered,
  aContactChanged,
  aFileReviewed,
  aFileSectionUpdated,
  aLeadAdded,
  aLeadQualified,
  theLeadRegistered,
} from '../../testing/client.builders.js';
import { fileQuality } from './file-quality.projection.js';

const quality = views(fileQuality);
const { clientId, storeId } = aClientRegistered().data;

describe('how complete files are', () => {
  it('begins with nothing, and grows by what is asked', () => {
    quality.given(aClientRegistered()).thenRows({ clientId, storeId, score: 0 });
    const asked = aFileSectionUpdated('person', { birthday: '1990-05-01', sex: 'female' });
    quality.given(aClientRegistered(), asked).thenRows({ score: 20, lookedAtOn: asked.occurredAt });
  });

  it('falls when a field is emptied', () => {
    quality
      .given(aClientRegistered(), aFileSectionUpdated(), aFileSectionUpdated('person', {}))
      .thenRows({ score: 0 });
  });

  it('says when somebody last looked', () => {
    const reviewed = aFileReviewed();
    quality.given(aClientRegistered(), reviewed).thenRows({ lookedAtOn: reviewed.occurredAt });
    const changed = aContactChanged({ name: 'Li' });
    quality.given(aClientRegistered(), changed).thenRows({ lookedAtOn: changed.occurredAt });
  });

  it('is of clients; what was asked while she was a lead stays', () => {
    quality.given(aLeadAdded(), aLeadQualified(), aContactChanged({})).thenRows();
    quality.given(aLeadAdded(), aFileSectionUpdated(), theLeadRegistered()).thenRows({ score: 15 });
  });
});
