import fc from 'fast-check';
import { unlessSmall, unlessSmallOf } from './small-groups.js';

const sum = (sizes: readonly number[]): number => sizes.reduce((before, size) => before + size, 0);

describe('what is told of groups where no person may be recognised', () => {
  it('is nothing of fewer than five', () => {
    expect([0, 4, 5].map(unlessSmall)).toEqual([null, null, 5]);
    expect(unlessSmallOf([5, 0, 30])).toEqual([5, null, 30]);
  });

  it('is nothing of the next smallest either, where a small one could be had from the whole', () => {
    expect(unlessSmallOf([2, 30, 9])).toEqual([null, 30, null]);
    expect(unlessSmallOf([2, 2, 30])).toEqual([null, null, null]);
    expect(unlessSmallOf([2, 3, 30])).toEqual([null, null, 30]);
  });

  it('leaves nobody, or five at least, to whoever takes what is told from the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 6 }), (sizes) => {
        const told = unlessSmallOf(sizes);
        const whole = sum(sizes);
        const left = whole - sum(told.map((size) => size ?? 0));
        expect(left === 0 || left >= 5 || unlessSmall(whole) === null).toBe(true);
        expect(told.every((size, at) => size === null || (size === sizes[at] && size >= 5))).toBe(true);
      }),
    );
  });
});
