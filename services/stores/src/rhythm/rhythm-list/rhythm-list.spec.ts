import { views } from '#libs/testing';
import { aRhythmNoted } from '../../testing/rhythm.builders.js';
import { rhythmList } from './rhythm-list.projection.js';

describe('the rhythm of stores', () => {
  it('is as it was last told, by kind and day', () => {
    const { occurredAt: notedAt } = aRhythmNoted();
    views(rhythmList)
      .given(
        aRhythmNoted(),
        aRhythmNoted({ kind: 'study-time' }),
        aRhythmNoted({ held: false, note: 'store-flooded' }),
      )
      .thenRows(
        { kind: 'morning-meeting', held: false, note: 'store-flooded', notedAt },
        { kind: 'study-time', held: true, note: null },
      );
  });
});
