import { ACKNOWLEDGING } from '#contracts/erasure-acknowledged.v1';
import { decisions, views } from '#libs/testing';
import { erasureCarriedOut, erasureOrdered, erasureReached } from '../testing/erasure.builders.js';
import { AcknowledgeErasure, acknowledgeErasure } from './acknowledge-erasure/acknowledge-erasure.js';
import { CarryOutErasure, carryOutErasure } from './carry-out-erasure/carry-out-erasure.js';
import { erasureList } from './erasure-list/erasure-list.projection.js';
import { completedAt, erasure, type OrderedErasure } from './erasure.js';
import { OrderErasure, orderErasure } from './order-erasure/order-erasure.js';

const { clientId } = erasureOrdered().data;

describe('ordering an erasure', () => {
  const spec = decisions(erasure, orderErasure);
  const ordering = new OrderErasure({ ...erasureOrdered().data, orderedAt: erasureOrdered().occurredAt });

  it('says who ordered it and why', () => {
    spec.given().when(ordering).then(erasureOrdered());
  });

  it('changes nothing when it is ordered already, or done', () => {
    spec.given(erasureOrdered()).when(ordering).thenNothing();
    spec.given(erasureOrdered(), erasureCarriedOut()).when(ordering).thenNothing();
  });
});

describe('carrying out an erasure', () => {
  const spec = decisions(erasure, carryOutErasure);
  const carriedOutAt = erasureCarriedOut().occurredAt;
  const carrying = new CarryOutErasure({ clientId, carriedOutAt, backupDays: 30 });

  it('says until when backups still have her', () => {
    spec.given(erasureOrdered()).when(carrying).then(erasureCarriedOut());
  });

  it('changes nothing the second time, nor where none was ordered', () => {
    spec.given(erasureOrdered(), erasureCarriedOut()).when(carrying).thenNothing();
    spec.given().when(carrying).thenNothing();
  });
});

describe('acknowledging an erasure', () => {
  const spec = decisions(erasure, acknowledgeErasure);
  const { occurredAt: acknowledgedAt } = erasureReached();
  const acknowledging = new AcknowledgeErasure({ clientId, service: 'visits', acknowledgedAt });

  it('is noted once for each service', () => {
    spec.given(erasureOrdered()).when(acknowledging).then(erasureReached());
    spec.given(erasureOrdered(), erasureReached()).when(acknowledging).thenNothing();
    spec.given().when(acknowledging).thenNothing();
  });

  it('completes it when the last service was reached', () => {
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

describe('the list of erasures', () => {
  it('shows which are under way', () => {
    const { storeId } = erasureOrdered().data;
    const row = { clientId, storeId, orderedAt: erasureOrdered().occurredAt };
    views(erasureList)
      .given(erasureOrdered(), erasureReached())
      .thenRows({ ...row, carriedOutAt: null });
    views(erasureList)
      .given(erasureOrdered(), erasureCarriedOut())
      .thenRows({ ...row, carriedOutAt: erasureCarriedOut().occurredAt });
  });
});
