import type { RhythmNoted } from '../rhythm/rhythm.events.js';

export const aRhythmNoted = (data: Partial<RhythmNoted['data']> = {}): RhythmNoted => ({
  type: 'RhythmNoted',
  occurredAt: '2026-03-02T01:30:00.000Z',
  storeId: 'sh-01',
  data: {
    ...{ storeId: 'sh-01', kind: 'morning-meeting' as const, day: '2026-03-02', held: true },
    ...{ topics: ['plan-of-the-day'], note: null, by: 'somebody' },
    ...data,
  },
});
