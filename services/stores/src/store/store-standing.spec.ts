import { aStoreChanged, aStoreOpened } from '../testing/store.builders.js';
import { standingOn } from './store-standing.js';
import { store, type OpenedStore } from './store.js';

const on = (day: string, ...changes: ReturnType<typeof aStoreChanged>[]) =>
  standingOn([aStoreOpened(), ...changes].reduce(store.evolve, store.initial) as OpenedStore, day);

describe('what holds in a store on a day', () => {
  const upgraded = aStoreChanged({ effectiveFrom: '2026-04-01', changes: { grade: 'AA' } });

  it('is how it was opened, until the day of a change', () => {
    expect(on('2026-03-31', upgraded)).toMatchObject({ grade: 'A', status: 'open', closedOn: [] });
    expect(on('2026-04-01', upgraded)).toMatchObject({ grade: 'AA', status: 'open' });
  });

  it('is told late for days gone by, and leaves what was decided for later days', () => {
    const late = aStoreChanged({ effectiveFrom: '2026-03-10', changes: { grade: 'D', name: 'West' } });
    expect(on('2026-03-15', upgraded, late)).toMatchObject({ grade: 'D', name: 'West' });
    expect(on('2026-04-15', upgraded, late)).toMatchObject({ grade: 'AA', name: 'West' });
  });
});
