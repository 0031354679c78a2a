import { aLicenceEnded, aLicenceRecorded, aStoreChanged, aStoreOpened } from '../testing/store.builders.js';
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

  it('is a medical licence to its last day, if it is not ended before, and again when it is given back', () => {
    const first = aLicenceRecorded();
    const licence = first.data.changes.medicalLicence;
    const suspended = aLicenceEnded({ effectiveFrom: '2026-06-01' });
    const back = aLicenceRecorded({ effectiveFrom: '2026-07-01' });
    const held = (day: string, ...changes: ReturnType<typeof aStoreChanged>[]) =>
      on(day, ...changes).medicalLicence;
    expect(held('2025-12-31', first)).toBeNull();
    expect(held('2026-12-31', first)).toEqual(licence);
    expect(held('2027-01-01', first)).toBeNull();
    const days = ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'];
    const all = [licence, null, null, licence];
    expect(days.map((day) => held(day, first, suspended, back))).toEqual(all);
    expect(days.map((day) => held(day, back, suspended, first))).toEqual(all);
  });
});
