import { nameOn, type Moment } from './name-on-a-day.js';

const renamed = (name: string, effectiveFrom: string, recordedAt: string) => ({
  ...{ name, effectiveFrom, recordedAt },
});
const store = {
  name: 'Temple',
  timeZone: 'Asia/Shanghai',
  renamings: [
    renamed('Garden', '2026-05-01', '2026-04-10T02:00:00.000Z'),
    renamed('Park', '2026-05-01', '2026-04-20T02:00:00.000Z'),
    renamed('House', '2026-03-10', '2026-06-01T02:00:00.000Z'), // learned late
  ],
};
const called = (moment: Partial<Moment>): string =>
  nameOn(store, { asOf: undefined, knownAt: undefined, now: '2026-07-01T02:00:00.000Z', ...moment });

describe('what a report calls a store', () => {
  it.each([
    ['before any other name held', '2026-03-09', 'Temple'],
    ['from the day on which another holds', '2026-03-10', 'House'],
    ['by what was decided last of that day', '2026-05-01', 'Park'],
  ])('is its name of the day it is asked as of: %s', (_when, asOf, name) => {
    expect(called({ asOf })).toBe(name);
  });

  it.each([
    ['2026-04-09T00:00:00.000Z', 'Temple'],
    ['2026-04-10T02:00:00.000Z', 'Garden'],
    ['2026-05-31T00:00:00.000Z', 'Park'],
  ])('is what was known at %s', (knownAt, name) => {
    expect(called({ asOf: '2026-05-02', knownAt })).toBe(name);
  });

  it('does not change by what is learned later of days before', () => {
    const asOf = '2026-04-01';
    expect(called({ asOf, knownAt: '2026-05-31T00:00:00.000Z' })).toBe('Temple');
    expect(called({ asOf })).toBe('House');
  });

  it('is that of the day which it is at the store, where no day is named', () => {
    expect(called({ now: '2026-04-30T15:59:59.999Z' })).toBe('House');
    expect(called({ now: '2026-04-30T16:00:00.000Z' })).toBe('Park');
    expect(called({ knownAt: '2026-04-30T15:59:59.999Z' })).toBe('Temple');
    expect(called({ knownAt: '2026-04-30T16:00:00.000Z' })).toBe('Park');
  });
});
