import { decisions } from '#libs/testing';
import { aVisitNoted } from '../../testing/noted-visit.builders.js';
import { notedVisit } from '../noted-visit.js';
import { NoteVisit, noteVisit } from './note-visit.js';

const spec = decisions(notedVisit, noteVisit);
const noted = aVisitNoted();
const told = new NoteVisit({ ...noted.data, completedAt: noted.occurredAt });

describe('noting a visit', () => {
  it('keeps what she had, what she paid and who served, as of when she was there', () => {
    spec.given().when(told).then(noted);
  });

  it('changes nothing when it is told again', () => {
    spec.given(noted).when(told).thenNothing();
  });
});
