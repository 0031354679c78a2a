import { utc } from '#libs/calendar';
import { Rejection, type Clock } from '#libs/event-sourcing';

/** Clocks of tills and phones go wrong; what happened may be told up to a day ahead of ours. */
const AHEAD_MS = 24 * 60 * 60 * 1_000;

/** When something happened, as somebody tells it: now, when left out. Refused (`in-the-future`) when that is yet to come. */
export const toldAt = (given: string | null | undefined, clock: Clock): string => {
  const now = clock.now();
  if (given === undefined || given === null) return now.toISOString();
  if (Date.parse(given) <= now.getTime() + AHEAD_MS) return utc(given);
  throw new Rejection('in-the-future', 'What is recorded must have happened already.', { given });
};
