import fc from 'fast-check';
import { spanOf, type Order } from './explanation-span.js';

/** The versions that pages show, page by page, of a stream that grows by `growth` facts after each. */
const pagesOf = (order: Order, limit: number, version: number, growth = 0): number[][] => {
  const pages: number[][] = [];
  let cursor: number | undefined;
  for (let head = version; ; head += growth) {
    const { after, count, nextCursor } = spanOf({ order, cursor, limit }, head);
    const versions = Array.from({ length: count }, (_, at) => after + at + 1);
    pages.push(order === 'newest' ? versions.reverse() : versions);
    if (nextCursor === null) return pages;
    cursor = Number(nextCursor);
  }
};

describe('pages of an explanation', () => {
  it('begin with the newest fact', () => {
    expect(pagesOf('newest', 2, 5)).toEqual([[5, 4], [3, 2], [1]]);
  });

  it('begin with the oldest fact when asked to', () => {
    expect(pagesOf('oldest', 2, 5)).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('show nothing beyond the ends of a stream', () => {
    expect(spanOf({ order: 'newest', cursor: 1, limit: 2 }, 5)).toEqual({
      after: 0,
      count: 0,
      nextCursor: null,
    });
    expect(spanOf({ order: 'oldest', cursor: 9, limit: 2 }, 5)).toEqual({
      after: 5,
      count: 0,
      nextCursor: null,
    });
  });

  it('show each fact once, also while others come', () => {
    const asked = fc.tuple(
      fc.integer({ min: 2, max: 9 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 1 }),
    );
    fc.assert(
      fc.property(asked, ([limit, version, growth]) => {
        const newest = pagesOf('newest', limit, version, growth).flat();
        expect(newest).toEqual(Array.from({ length: version }, (_, at) => version - at));
        const oldest = pagesOf('oldest', limit, version, growth).flat();
        expect(oldest).toEqual(oldest.map((_, at) => at + 1));
        expect(oldest.length).toBeGreaterThanOrEqual(version);
      }),
    );
  });
});
