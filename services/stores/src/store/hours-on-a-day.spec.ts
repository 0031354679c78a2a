import { aStoreChanged, aStoreOpened } from '../testing/store.builders.js';
import { hoursOn } from './hours-on-a-day.js';
import type { StoreStanding } from './store.events.js';
import { store, type OpenedStore } from './store.js';

const aStore = (changes: Partial<StoreStanding> = {}) =>
  [aStoreOpened(), aStoreChanged({ effectiveFrom: '2026-03-01', changes })].reduce(
    store.evolve,
    store.initial,
  ) as OpenedStore;

describe('the hours of a store on a day', () => {
  it('are those of its weekday, and none on a weekday without', () => {
    const monday = { weekday: 1, opens: '10:00', closes: '21:30' };
    const late = { weekday: 5, opens: '18:00', closes: '02:00' };
    const hours = aStore({ openingHours: [monday, late] });
    const days = ['2026-03-02', '2026-03-03', '2026-03-06'];
    expect(days.map((day) => hoursOn(hours, day))).toEqual([
      { opens: '10:00', closes: '21:30' },
      null,
      { opens: '18:00', closes: '24:00' },
    ]);
  });

  it('are the whole day where nobody has said any', () => {
    expect(hoursOn(aStore(), '2026-03-02')).toEqual({ opens: '00:00', closes: '24:00' });
  });

  it('are none before it was opened, while it is suspended, and on days on which it is closed', () => {
    expect(hoursOn(aStore(), '2026-02-28')).toBeNull();
    expect(hoursOn(aStore({ status: 'suspended' }), '2026-03-02')).toBeNull();
    expect(hoursOn(aStore({ closedOn: ['2026-03-02'] }), '2026-03-02')).toBeNull();
  });
});
