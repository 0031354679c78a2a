import { daysToBirthday } from './birthday.js';

describe('days to her birthday', () => {
  it.each([
    ['1990-03-01', '2026-03-01', 0],
    ['1990-03-02', '2026-03-01', 1],
    ['1990-02-28', '2026-03-01', 364],
    ['1990-01-01', '2026-12-31', 1],
    ['2000-02-29', '2026-02-28', 1],
    ['2000-02-29', '2028-02-28', 1],
    ['2000-02-29', '2028-02-29', 0],
  ])('born on %s, on %s: %i', (birthday, today, days) => {
    expect(daysToBirthday(birthday, today)).toBe(days);
  });
});
