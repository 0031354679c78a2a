import { ACKNOWLEDGING } from '#contracts/erasure-acknowledged.v1';
import { erasureCarriedOut, erasureOrdered, erasureReached } from '../testing/erasure.builders.js';
import { completedAt, erasure, type OrderedErasure } from './erasure.js';

describe('an erasure', () => {
  it('is complete when the last service was reached, and not before', () => {
    const all = ACKNOWLEDGING.map((service, at) => erasureReached(service, `2026-03-05T02:01:0${at}.000Z`));
    const after = (...reached: typeof all) =>
      completedAt(
        [erasureOrdered(), erasureCarriedOut(), ...reached].reduce(
          erasure.evolve,
          erasure.initial,
        ) as OrderedErasure,
      );
    expect(after(...all.slice(1))).toBeNull();
    expect(after(...all)).toBe(all.at(-1)!.occurredAt);
  });
});
