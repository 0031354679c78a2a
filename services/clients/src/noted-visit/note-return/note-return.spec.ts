import { decisions } from '#libs/testing';
import { aReturnNoted } from '../../testing/noted-visit.builders.js';
import { notedVisit } from '../noted-visit.js';
import { NoteReturn, noteReturn } from './note-return.js';

const spec = decisions(notedVisit, noteReturn);
const noted = aReturnNoted();
const told = new NoteReturn({ ...noted.data, returnedAt: noted.occurredAt });

describe('noting a return', () => {
  it('keeps what she brought back, as of when she did', () => {
    spec.given().when(told).then(noted);
  });

  it('changes nothing when it is told again', () => {
    spec.given(noted).when(told).thenNothing();
  });
});
