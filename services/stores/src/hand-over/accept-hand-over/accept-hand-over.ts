import { inWords } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { Goods, HandOverEvent } from '../hand-over.events.js';
import type { HandOver } from '../hand-over.js';

export class AcceptHandOver {
  constructor(
    readonly data: {
      readonly handOverId: string;
      readonly by: string;
      readonly countedMinor: number;
      readonly missing: readonly Goods[];
      readonly acceptedAt: string;
    },
  ) {}
}

/** Only she to whom it was handed says what she found; what is missing is on the record and refuses nothing. */
export const acceptHandOver: Decide<AcceptHandOver, HandOver, HandOverEvent> = ({ data }, state) => {
  const { handOverId, by, countedMinor, missing, acceptedAt: occurredAt } = data;
  if (state.status === 'none') {
    throw new Rejection('unknown-hand-over', 'There is no such hand-over.', { handOverId }, 'not-found');
  }
  if (by !== state.toStaffId) {
    throw new Rejection('not-handed-to-you', 'It was handed over to somebody else.', { handOverId });
  }
  if (state.status === 'accepted') {
    const { countedMinor: counted, missing: missed } = state;
    if (counted === countedMinor && inWords(missed) === inWords(missing)) return [];
    const sentence = 'You accepted it with another count, which stands: tell your manager what is otherwise.';
    throw new Rejection('accepted-already', sentence, { countedMinor: counted, missing: missed });
  }
  const differenceMinor = countedMinor - state.cashMinor;
  const accepted = { handOverId, countedMinor, differenceMinor, missing };
  return [{ type: 'HandOverAccepted', occurredAt, storeId: state.storeId, data: accepted }];
};
