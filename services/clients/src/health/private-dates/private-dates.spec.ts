import { views } from '#libs/testing';
import { erasureCarriedOut, erasureOrdered } from '../../testing/erasure.builders.js';
import { glassBroken, healthNoteStruck, healthNoteTaken } from '../../testing/privacy.builders.js';
import type { HealthNote } from '../health.events.js';
import { notedHealth } from './noted-health.projection.js';
import { privateDatesOf } from './private-dates.js';

describe('of whom anything is noted', () => {
  const { clientId, storeId } = healthNoteTaken().data;

  it('is who she is, once, also after it was struck, and nobody who was erased', () => {
    const spec = views(notedHealth);
    spec.given(healthNoteTaken(), healthNoteTaken(), healthNoteStruck()).thenRows({ clientId, storeId });
    spec.given(glassBroken()).thenRows();
    spec.given(healthNoteTaken(), erasureOrdered(), erasureCarriedOut()).thenRows();
  });
});

describe('private dates', () => {
  const dated = (noteId: string, date: string | null, kind: HealthNote['kind'] = 'private-date') => ({
    ...{ noteId, kind, date, text: 'as marked in the calendar', contraindications: [] },
  });

  it('are those of the days asked for, the first first, and no other notes', () => {
    const notes = [
      dated('later', '2026-03-09'),
      dated('first', '2026-03-02'),
      dated('before', '2026-03-01'),
      dated('after', '2026-03-10'),
      dated('undated', null),
      dated('an allergy', '2026-03-03', 'allergy'),
    ];
    const found = privateDatesOf(notes, '2026-03-02', '2026-03-09');
    expect(found.map(({ noteId, on }) => [noteId, on])).toEqual([
      ['first', '2026-03-02'],
      ['later', '2026-03-09'],
    ]);
  });
});
