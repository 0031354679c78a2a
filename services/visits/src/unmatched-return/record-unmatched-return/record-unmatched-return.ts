import { dayOf } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import { LARGEST_BILL_MINOR } from '../../largest-bill.js';
import { recordedDifferently } from '../../return-id.js';
import type { UnmatchedReturnEvent, UnmatchedReturnRecorded } from '../unmatched-return.events.js';
import type { UnmatchedReturn } from '../unmatched-return.js';

export class RecordUnmatchedReturn {
  constructor(
    readonly data: Pick<UnmatchedReturnRecorded['data'], 'returnId' | 'clientId' | 'storeId' | 'lines'> & {
      readonly returnedAt: string;
    },
  ) {}
}

/** A return without a bill is recorded once, as old books have it; no window applies, for nobody knows when it was bought. */
export const recordUnmatchedReturn =
  (timeZone: string): Decide<RecordUnmatchedReturn, UnmatchedReturn, UnmatchedReturnEvent> =>
  ({ data }, before) => {
    const { returnId, clientId, storeId, lines, returnedAt: occurredAt } = data;
    const returnedMinor = lines.reduce((sum, line) => sum + line.returnedMinor, 0);
    if (returnedMinor > LARGEST_BILL_MINOR) {
      throw new Rejection('return-too-large', 'The lines add up to more than any bill.', {
        mostMinor: LARGEST_BILL_MINOR,
      });
    }
    const returnedOn = dayOf(occurredAt, timeZone);
    const recorded = { returnId, clientId, storeId, lines, returnedMinor, returnedOn };
    if (before.status === 'unknown')
      return [{ type: 'UnmatchedReturnRecorded', occurredAt, storeId, data: recorded }];
    if (JSON.stringify(before.data) === JSON.stringify(recorded)) return [];
    throw recordedDifferently(returnId);
  };
