import type { HealthNote } from '../health.events.js';

export interface PrivateDate {
  readonly noteId: string;
  readonly on: string;
  readonly text: string;
}

/** Private dates of hers from a day to a day, both included, the first of them first. */
export const privateDatesOf = (
  notes: readonly (HealthNote & { readonly noteId: string })[],
  from: string,
  to: string,
): PrivateDate[] =>
  notes
    .flatMap(({ noteId, kind, date, text }) =>
      kind === 'private-date' && date !== null && date >= from && date <= to
        ? [{ noteId, on: date, text }]
        : [],
    )
    .sort((one, other) => (one.on < other.on ? -1 : 1));
