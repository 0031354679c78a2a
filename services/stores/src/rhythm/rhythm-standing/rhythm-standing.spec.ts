import { aStoreChanged, aStoreOpened } from '../../testing/store.builders.js';
import { store, type OpenedStore } from '../../store/store.js';
import type { RhythmKind } from '../rhythm.events.js';
import { rhythmStanding } from './rhythm-standing.js';

const hours = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: '10:00', closes: '20:00' }));
const open = [
  aStoreOpened(),
  aStoreChanged({
    effectiveFrom: '2026-03-01',
    changes: { openingHours: hours, closedOn: ['2026-03-04'] },
  }),
].reduce(store.evolve, store.initial) as OpenedStore;
const told = (kind: RhythmKind, day: string, held = true) => ({ kind, day, held });
const period = { from: '2026-03-02', until: '2026-03-15', now: '2026-03-20T01:00:00.000Z' };

describe('how a store keeps its rhythm', () => {
  it('expects a meeting on every day of work, and study and a report in every week', () => {
    const [meetings, study, report] = rhythmStanding(open, period, [
      told('morning-meeting', '2026-03-02'),
      told('morning-meeting', '2026-03-03', false),
      told('morning-meeting', '2026-03-04'), // closed
      told('study-time', '2026-03-05', false),
      told('study-time', '2026-03-06'),
    ]);
    expect(meetings).toEqual({ kind: 'morning-meeting', expected: 11, held: 1, notHeld: 1, untold: 9 });
    expect(study).toEqual({ kind: 'study-time', expected: 2, held: 1, notHeld: 0, untold: 1 });
    expect(report).toMatchObject({ expected: 2, held: 0, untold: 2 });
  });

  it('expects nothing of today and of days to come', () => {
    const monday = '2026-03-09T15:59:59.999Z';
    const [meetings, study] = rhythmStanding(open, { ...period, now: monday }, []);
    expect([meetings!.expected, study!.expected]).toEqual([5, 1]);
    const tuesday = '2026-03-09T16:00:00.000Z'; // by the clock in Shanghai
    expect(rhythmStanding(open, { ...period, now: tuesday }, [])[0]!.expected).toBe(6);
  });

  it('counts a week in the period it ends in, with all its days', () => {
    const study = (from: string, until: string) =>
      rhythmStanding(open, { ...period, from, until }, [told('study-time', '2026-03-06')])[1];
    expect(study('2026-03-07', '2026-03-08')).toMatchObject({ expected: 1, held: 1 });
    expect(study('2026-03-02', '2026-03-07')).toMatchObject({ expected: 0, held: 0 });
  });

  it('expects nothing of a store that is not open', () => {
    const closed = store.evolve(
      open,
      aStoreChanged({ effectiveFrom: '2026-03-02', changes: { status: 'closed' } }),
    ) as OpenedStore;
    expect(rhythmStanding(closed, period, []).map(({ expected }) => expected)).toEqual([0, 0, 0]);
  });
});
