import { decisions } from '#libs/testing';
import { aRhythmNoted } from '../../testing/rhythm.builders.js';
import { rhythm } from '../rhythm.js';
import { NoteRhythm, noteRhythm } from './note-rhythm.js';

const spec = decisions(rhythm, noteRhythm('2026-03-02'));
const noted = aRhythmNoted();
const noting = (more: Partial<NoteRhythm['data']> = {}) =>
  new NoteRhythm({ ...noted.data, notedAt: noted.occurredAt, ...more });

describe('the rhythm of a store', () => {
  it('is told for a day, today when none is named, once', () => {
    spec
      .given()
      .when(noting({ day: null }))
      .then(noted);
    spec
      .given(noted)
      .when(noting({ by: 'another' }))
      .thenNothing();
  });

  it('is told otherwise when it was told wrongly', () => {
    const corrected = { held: false, topics: [], note: 'store-flooded' };
    spec.given(noted).when(noting(corrected)).then(aRhythmNoted(corrected));
    spec
      .given(noted)
      .when(noting({ topics: ['hygiene'] }))
      .then(aRhythmNoted({ topics: ['hygiene'] }));
  });

  it('refuses a day that is yet to come', () => {
    spec
      .given()
      .when(noting({ day: '2026-03-03' }))
      .thenRefused('in-the-future');
  });
});
