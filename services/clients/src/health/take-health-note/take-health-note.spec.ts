import { decisions } from '#libs/testing';
import { at, healthNoteStruck, healthNoteTaken } from '../../testing/privacy.builders.js';
import { health } from '../health.js';
import { TakeHealthNote, takeHealthNote } from './take-health-note.js';

const spec = decisions(health, takeHealthNote);
const noting = new TakeHealthNote({ ...healthNoteTaken().data, takenAt: at });

describe('noting something of her health', () => {
  it('keeps it sealed, with not even its kind in plain', () => {
    spec.given().when(noting).then(healthNoteTaken());
  });

  it('keeps it once, also when it was struck meanwhile', () => {
    spec.given(healthNoteTaken()).when(noting).thenNothing();
    spec.given(healthNoteTaken(), healthNoteStruck()).when(noting).thenNothing();
  });
});
