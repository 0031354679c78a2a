import { DAY_MS, dice, HOUR_MS, idOf, isAway, openingAfter, OPENINGS, STORES } from './calendar.js';

export interface LivedComplaint {
  readonly complaintId: string;
  readonly storeId: string;
  readonly timeZone: string;
  readonly openedIn: number;
  /** Null for never. */
  readonly answeredAt: number | null;
  /** The opening at which the answer is told. */
  readonly toldIn: number | null;
}

const OPENED_UP_TO = 26;
const BEFORE_NOTHING_RUNS = OPENINGS.findIndex((at) => isAway(at + DAY_MS));

/** Some are answered in time, some late, some never; one answer in three is told up to two openings later. */
export const complaints: readonly LivedComplaint[] = STORES.flatMap(({ storeId, timeZone }, at) => {
  const throwDice = dice(at + 11);
  return Array.from({ length: 12 }, (_, number) => {
    const complaintId = idOf(`complaint ${number} of ${storeId}`);
    const openedIn = number === 0 ? BEFORE_NOTHING_RUNS : Math.floor(throwDice() * OPENED_UP_TO);
    const hours = throwDice() < 1 / 2 ? 1 + throwDice() * 19 : 26 + throwDice() * 44;
    const isNever = throwDice() < 1 / 5;
    const answeredAt = OPENINGS[openedIn]! + Math.floor(hours * HOUR_MS);
    const toldIn = openingAfter(answeredAt) + (throwDice() < 1 / 3 ? 1 + Math.floor(throwDice() * 2) : 0);
    const answer = isNever ? { answeredAt: null, toldIn: null } : { answeredAt, toldIn };
    return { complaintId, storeId, timeZone, openedIn, ...answer };
  });
});
