import { ReadingLimit } from './reading-limit.js';

const NINE = Date.parse('2026-03-01T01:00:00.000Z');
const MINUTE = 60_000;

describe('reading clients one after the other', () => {
  it('is held back at the limit of an hour, until that hour is over', () => {
    const limit = new ReadingLimit(3);
    expect(limit.take('li', ['a', 'b'], NINE)).toBeUndefined();
    expect(limit.take('li', ['c'], NINE + 10 * MINUTE)).toBeUndefined();
    expect(limit.take('li', ['d'], NINE + 20 * MINUTE)).toBe(40 * 60);
    expect(limit.take('li', ['d'], NINE + 60 * MINUTE)).toBeUndefined();
  });

  it('counts a client once, however often she is read', () => {
    const limit = new ReadingLimit(2);
    for (const minute of [0, 1, 2]) expect(limit.take('li', ['a', 'a', 'b'], NINE + minute)).toBeUndefined();
  });

  it('counts nobody of an answer that is not given', () => {
    const limit = new ReadingLimit(2);
    expect(limit.take('li', ['a', 'b', 'c'], NINE)).toBe(3_600);
    expect(limit.take('li', ['d', 'e'], NINE)).toBeUndefined();
  });

  it('is each account’s own', () => {
    const limit = new ReadingLimit(1);
    expect(limit.take('li', ['a'], NINE)).toBeUndefined();
    expect(limit.take('chen', ['b'], NINE)).toBeUndefined();
    expect(limit.take('li', ['b'], NINE)).toBe(3_600);
  });

  it('begins anew where the clock was set back', () => {
    const limit = new ReadingLimit(1);
    expect(limit.take('li', ['a'], NINE)).toBeUndefined();
    expect(limit.take('li', ['b'], NINE - MINUTE)).toBeUndefined();
  });
});
