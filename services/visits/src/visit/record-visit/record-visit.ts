import { dayOf } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import { LARGEST_BILL_MINOR } from '../../largest-bill.js';
import type { BillLine, Despite, Payment, VisitCompleted, VisitEvent } from '../visit.events.js';
import type { Visit } from '../visit.js';

export class RecordVisit {
  constructor(
    readonly data: {
      readonly visitId: string;
      readonly clientId: string | null;
      readonly storeId: string;
      readonly lines: readonly BillLine[];
      /** Empty when how it was paid is not known. */
      readonly payments: readonly Payment[];
      readonly completedAt: string;
      readonly despite?: Despite;
      /** From old books, which are kept as they are, also of whom was erased: by her id alone, as bills of hers are. */
      readonly ofThePast?: true;
    },
  ) {}
}

/** The store a visit took place in, as far as the bill needs it. */
export interface Place {
  readonly timeZone: string;
  readonly currency: string;
}

/** A visit is recorded once. The same bill told again changes nothing; another bill under its id is refused. */
export const recordVisit =
  (place: Place): Decide<RecordVisit, Visit, VisitEvent> =>
  ({ data }, visit) => {
    const completed = billOf(data, place);
    if (visit.status === 'completed') return onlyTheSame(visit.bill, completed);
    refuseTooMuch(completed.paidMinor);
    refuseTwoLinesOfOneId(completed.lines);
    refusePaymentsThatDiffer(completed);
    return [{ type: 'VisitCompleted', occurredAt: data.completedAt, storeId: data.storeId, data: completed }];
  };

const billOf = (
  { completedAt, lines, payments, despite, ...visit }: RecordVisit['data'],
  { timeZone, currency }: Place,
): VisitCompleted['data'] => ({
  visitId: visit.visitId,
  clientId: visit.clientId,
  storeId: visit.storeId,
  timeZone,
  currency,
  lines: [...lines],
  payments: [...payments],
  paidMinor: lines.reduce((sum, { paidMinor }) => sum + paidMinor, 0),
  completedOn: dayOf(completedAt, timeZone),
  ...(despite === undefined ? {} : { despite }),
});

const onlyTheSame = (recorded: VisitCompleted['data'], told: VisitCompleted['data']): [] => {
  if (JSON.stringify(recorded) === JSON.stringify(told)) return [];
  throw new Rejection('visit-recorded-differently', 'This visit is recorded already, with another bill.', {
    visitId: told.visitId,
  });
};

const refuseTooMuch = (paidMinor: number): void => {
  if (paidMinor <= LARGEST_BILL_MINOR) return;
  throw new Rejection('bill-too-large', 'The lines add up to more than any bill.', {
    mostMinor: LARGEST_BILL_MINOR,
  });
};

const refuseTwoLinesOfOneId = (lines: readonly BillLine[]): void => {
  if (new Set(lines.map(({ lineId }) => lineId)).size === lines.length) return;
  throw new Rejection('line-id-twice', 'Two lines of the bill have the same id.');
};

const refusePaymentsThatDiffer = ({ payments, paidMinor }: VisitCompleted['data']): void => {
  const givenMinor = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (payments.length === 0 || givenMinor === paidMinor) return;
  throw new Rejection('payments-differ', 'The payments do not add up to the bill.', {
    givenMinor,
    paidMinor,
  });
};
