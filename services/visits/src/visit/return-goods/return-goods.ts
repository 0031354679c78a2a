import { addDays, dayOf } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import { recordedDifferently } from '../../return-id.js';
import type { BillLine, GoodsReturned, ReturnedLine, VisitEvent } from '../visit.events.js';
import { leftOf, type Visit } from '../visit.js';
import type { ReturnPolicy } from './return-policy.js';

export class ReturnGoods {
  constructor(
    readonly data: {
      readonly visitId: string;
      readonly returnId: string;
      /** Without a quantity, all that is left of the line. */
      readonly lines: readonly { readonly lineId: string; readonly quantity?: number }[];
      readonly returnedAt: string;
    },
  ) {}
}

type Completed = Extract<Visit, { status: 'completed' }>;

/** Takes back lines of a visit, or some of a line's pieces, within the policy's days. */
export const returnGoods =
  (policy: ReturnPolicy): Decide<ReturnGoods, Visit, VisitEvent> =>
  ({ data }, visit) => {
    if (visit.status === 'unknown') throw unknownVisit(data.visitId);
    const before = visit.returns.get(data.returnId);
    if (before !== undefined) return onlyTheSame(before, data);
    const returnedOn = dayOf(data.returnedAt, visit.bill.timeZone);
    refuseOutsideWindow(visit, data.returnedAt, returnedOn, policy);
    const lines = takeBack(visit, data.lines);
    const returned = returnOf(visit, data.returnId, lines, returnedOn);
    const { storeId } = visit.bill;
    const { version: policyVersion } = policy;
    return [{ type: 'GoodsReturned', occurredAt: data.returnedAt, storeId, policyVersion, data: returned }];
  };

/** A return told again changes nothing; another one under its id is refused. */
const onlyTheSame = (recorded: readonly ReturnedLine[], { returnId, lines }: ReturnGoods['data']): [] => {
  const isSame =
    lines.length === recorded.length &&
    lines.every(({ lineId, quantity }) =>
      recorded.some((line) => line.lineId === lineId && (quantity ?? line.quantity) === line.quantity),
    );
  if (isSame) return [];
  throw recordedDifferently(returnId);
};

const returnOf = (
  visit: Completed,
  returnId: string,
  lines: ReturnedLine[],
  returnedOn: string,
): GoodsReturned['data'] => {
  const returnedMinor = lines.reduce((sum, line) => sum + line.returnedMinor, 0);
  const { visitId, clientId, storeId } = visit.bill;
  const stillPaid = visit.bill.lines.reduce((sum, { lineId }) => sum + leftOf(visit, lineId).paidMinor, 0);
  const visitStillPaidMinor = stillPaid - returnedMinor;
  return {
    returnId,
    lines,
    returnedMinor,
    visitStillPaidMinor,
    returnedOn,
    visit: { visitId, clientId, storeId },
  };
};

const takeBack = (visit: Completed, asked: ReturnGoods['data']['lines']): ReturnedLine[] => {
  if (new Set(asked.map(({ lineId }) => lineId)).size < asked.length) {
    throw new Rejection('line-named-twice', 'A line is named twice in one return.');
  }
  return asked.map(({ lineId, quantity }) => {
    const line = visit.bill.lines.find((one) => one.lineId === lineId);
    if (line === undefined) {
      throw new Rejection('line-not-of-visit', 'This line is not on the bill of this visit.', { lineId });
    }
    const left = leftOf(visit, lineId);
    const taken = quantity ?? left.quantity;
    if (taken > left.quantity || taken === 0) {
      throw new Rejection('more-than-bought', 'More would be returned than is left of what was bought.', {
        lineId,
        left: left.quantity,
      });
    }
    const stillPaidMinor = paidFor(line, left.quantity - taken);
    const returnedMinor = left.paidMinor - stillPaidMinor;
    return { lineId, itemId: line.itemId, quantity: taken, returnedMinor, stillPaidMinor };
  });
};

/** The line's price for some of its pieces, rounded half up; in parts, returns add up to the line exactly. */
const paidFor = ({ paidMinor, quantity }: BillLine, pieces: number): number =>
  Number((BigInt(paidMinor) * BigInt(pieces) * 2n + BigInt(quantity)) / (2n * BigInt(quantity)));

const refuseOutsideWindow = (
  visit: Completed,
  returnedAt: string,
  returnedOn: string,
  { days, version }: ReturnPolicy,
): void => {
  if (returnedAt < visit.completedAt) {
    throw new Rejection('returned-before-bought', 'Goods cannot be returned before they were bought.');
  }
  const lastDay = addDays(visit.bill.completedOn, days);
  if (returnedOn > lastDay) {
    throw new Rejection('return-too-late', 'The days for returning goods are over.', {
      lastDay,
      policy: version,
    });
  }
};

const unknownVisit = (visitId: string): Rejection =>
  new Rejection('unknown-visit', 'There is no visit with this id.', { visitId }, 'not-found');
