import { addMonths } from '#libs/calendar';
import { Rejection } from '#libs/event-sourcing';

const YEARS_AHEAD = 10;

/** Today when left out; what is to come is told for ten years. */
export const checkedDay = (on: string | undefined, today: string): string => {
  const last = addMonths(today, YEARS_AHEAD * 12);
  if (on === undefined || on <= last) return on ?? today;
  throw new Rejection('too-far-ahead', 'Nobody can say whose she is so far ahead.', { on, last });
};
