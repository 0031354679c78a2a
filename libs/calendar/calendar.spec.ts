import { addDays, addMonths, dayOf, daysOf, instantOf, startOfDay, weekdayOf } from './index.js';

describe('days of a store', () => {
  it('go by the store’s time zone', () => {
    expect(dayOf('2026-03-01T16:30:00.000Z', 'Asia/Shanghai')).toBe('2026-03-02');
    expect(dayOf('2026-03-01T16:30:00.000Z', 'Europe/London')).toBe('2026-03-01');
  });

  it('begin at midnight there, also when the clocks change', () => {
    expect(startOfDay('2026-03-29', 'Europe/London')).toBe('2026-03-29T00:00:00.000Z');
    expect(startOfDay('2026-03-30', 'Europe/London')).toBe('2026-03-29T23:00:00.000Z');
  });

  it('begin at the first instant there is where midnight is skipped', () => {
    expect(startOfDay('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z');
  });

  it('are counted over month ends and leap days', () => {
    expect(addDays('2028-02-27', 7)).toBe('2028-03-05');
  });

  it('are counted by months of the calendar, to the last day of a shorter one', () => {
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -12)).toBe('2025-03-31');
  });

  it('have weekdays from Monday, and follow one another from the first to the last', () => {
    expect(['2026-03-02', '2026-03-08'].map(weekdayOf)).toEqual([1, 7]);
    expect(daysOf('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(daysOf('2026-03-02', '2026-03-01')).toEqual([]);
  });

  it('are read from what a clock on the wall shows', () => {
    expect(instantOf('2010-12-01 08:26:00', 'Asia/Shanghai')).toBe('2010-12-01T00:26:00.000Z');
    expect(instantOf('yesterday', 'Asia/Shanghai')).toBeUndefined();
  });
});
