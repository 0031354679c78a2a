import { decisions } from '#libs/testing';
import { at, healthNoteStruck, healthNoteTaken } from '../../testing/privacy.builders.js';
import { health } from '../health.js';
import { StrikeHealthNote, strikeHealthNote } from './strike-health-note.js';

const spec = decisions(health, strikeHealthNote);
const striking = new StrikeHealthNote({ ...healthNoteStruck().data, struckAt: at });

describe('striking a note of her health', () => {
  it('lets it hold no longer', () => {
    spec.given(healthNoteTaken()).when(striking).then(healthNoteStruck());
  });

  it('changes nothing the second time, and does not know what was never noted', () => {
    spec.given(healthNoteTaken(), healthNoteStruck()).when(striking).thenNothing();
    spec.given().when(striking).thenRefused('unknown-health-note');
  });
});
