import { decisions } from '#libs/testing';
import fc from 'fast-check';
import { aVisitCompleted, goodsReturned } from '../../testing/visit.builders.js';
import type { GoodsReturned, VisitEvent } from '../visit.events.js';
import { visit } from '../visit.js';
import { ReturnGoods, returnGoods } from './return-goods.js';
import { sevenDays } from './return-policy.js';

const decide = returnGoods(sevenDays);
const spec = decisions(visit, decide);
const completed = aVisitCompleted();
const { visitId } = completed.data;
const returnId = '01900000-0000-7000-8000-0000000000f1';
const returning = (change: Partial<ReturnGoods['data']> = {}) =>
  new ReturnGoods({
    visitId,
    returnId,
    lines: [{ lineId: 'cream' }],
    returnedAt: '2026-03-05T02:00:00.000Z',
    ...change,
  });

describe('returning goods of a visit', () => {
  it('takes back a whole line for what was paid', () => {
    spec.given(completed).when(returning()).then(goodsReturned());
  });

  it('takes back some pieces of a line; what is left is their share, rounded half up', () => {
    spec
      .given(completed)
      .when(returning({ lines: [{ lineId: 'cream', quantity: 1 }] }))
      .then(
        goodsReturned({
          lines: [
            {
              lineId: 'cream',
              itemId: 'cream-50',
              quantity: 1,
              returnedMinor: 6_666,
              stillPaidMinor: 13_333,
            },
          ],
          returnedMinor: 6_666,
          visitStillPaidMinor: 43_133,
        }),
      );
  });

  it('changes nothing when the same return is told again', () => {
    spec.given(completed, goodsReturned()).when(returning()).thenNothing();
  });

  it('refuses more than is left', () => {
    spec
      .given(completed, goodsReturned())
      .when(returning({ returnId: '01900000-0000-7000-8000-0000000000f2' }))
      .thenRefused('more-than-bought', { left: 0 });
    spec
      .given(completed)
      .when(returning({ lines: [{ lineId: 'cream', quantity: 4 }] }))
      .thenRefused('more-than-bought', { left: 3 });
  });

  it('refuses a line of another visit', () => {
    spec
      .given(completed)
      .when(returning({ lines: [{ lineId: 'other' }] }))
      .thenRefused('line-not-of-visit');
  });

  it('refuses a line named twice', () => {
    const lines = [{ lineId: 'cream', quantity: 1 }, { lineId: 'cream' }];
    spec.given(completed).when(returning({ lines })).thenRefused('line-named-twice');
  });

  it('takes goods back until day seven ends in the store, and not a moment later', () => {
    // Bought on 1 March in Shanghai, so day seven is 8 March there, which ends at 16:00 UTC.
    const last = '2026-03-08T15:59:59.999Z';
    const after = '2026-03-08T16:00:00.000Z';
    expect(decide(returning({ returnedAt: last }), state(completed))).toHaveLength(1);
    spec
      .given(completed)
      .when(returning({ returnedAt: after }))
      .thenRefused('return-too-late', { lastDay: '2026-03-08' });
  });

  it('refuses goods that were not bought yet, and a visit nobody knows', () => {
    const before = '2026-02-28T00:00:00.000Z';
    spec
      .given(completed)
      .when(returning({ returnedAt: before }))
      .thenRefused('returned-before-bought');
    spec.given().when(returning()).thenRefused('unknown-visit');
  });

  it('gives back a line exactly, however it is returned in parts', () => {
    const parts = fc.tuple(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(parts, ([paidMinor, pieces]) => {
        const quantity = pieces.reduce((sum, one) => sum + one, 0);
        const line = { ...completed.data.lines[1]!, lineId: 'cream', quantity, paidMinor };
        const history: VisitEvent[] = [aVisitCompleted({ lines: [line], payments: [], paidMinor })];
        pieces.forEach((one, at) => {
          const part = returning({ returnId: `return ${at}`, lines: [{ lineId: 'cream', quantity: one }] });
          history.push(...decide(part, state(...history)));
        });
        const returns = history.slice(1) as GoodsReturned[];
        expect(returns.reduce((sum, { data }) => sum + data.returnedMinor, 0)).toBe(paidMinor);
        expect(returns.at(-1)!.data.visitStillPaidMinor).toBe(0);
      }),
    );
  });
});

const state = (...events: VisitEvent[]) => events.reduce(visit.evolve, visit.initial);
