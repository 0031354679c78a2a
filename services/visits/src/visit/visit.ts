import type { Aggregate } from '#libs/event-sourcing';
import { claimOfReturn } from '../return-id.js';
import type { GoodsReturned, ReturnedLine, VisitCompleted, VisitEvent } from './visit.events.js';

/** What is left of a line after returns. */
export interface LineLeft {
  readonly quantity: number;
  readonly paidMinor: number;
}

export type Visit =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'completed';
      readonly bill: VisitCompleted['data'];
      readonly completedAt: string;
      /** By line id; a line that nothing was returned of is not in it. */
      readonly left: ReadonlyMap<string, LineLeft>;
      /** What each return took back, by its id. */
      readonly returns: ReadonlyMap<string, readonly ReturnedLine[]>;
    };

export const visit: Aggregate<Visit, VisitEvent> = {
  category: 'visit',
  initial: { status: 'unknown' },
  storeOf: (state) => (state.status === 'completed' ? state.bill.storeId : null),
  claims: ({ type, data }) => (type === 'GoodsReturned' ? claimOfReturn(data.returnId) : []),
  evolve: (before, event) => {
    switch (event.type) {
      case 'VisitCompleted':
        return {
          status: 'completed',
          bill: event.data,
          completedAt: event.occurredAt,
          left: new Map(),
          returns: new Map(),
        };
      case 'GoodsReturned':
        return before.status === 'completed' ? afterReturn(before, event.data) : before;
    }
  },
};

const afterReturn = (
  before: Extract<Visit, { status: 'completed' }>,
  { returnId, lines }: GoodsReturned['data'],
): Visit => {
  const left = new Map(before.left);
  for (const { lineId, quantity, stillPaidMinor } of lines) {
    left.set(lineId, { quantity: leftOf(before, lineId).quantity - quantity, paidMinor: stillPaidMinor });
  }
  return { ...before, left, returns: new Map(before.returns).set(returnId, lines) };
};

/** What is left of a line of the visit; nothing of a line it does not have. */
export const leftOf = ({ bill, left }: Extract<Visit, { status: 'completed' }>, lineId: string): LineLeft =>
  left.get(lineId) ?? bill.lines.find((line) => line.lineId === lineId) ?? { quantity: 0, paidMinor: 0 };
