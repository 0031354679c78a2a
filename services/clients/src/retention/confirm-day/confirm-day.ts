import { addDays } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { DayConfirmed, RetentionRunEvent } from '../retention-run.events.js';
import type { RetentionRun } from '../retention-run.js';

export class ConfirmDay {
  constructor(
    readonly data: DayConfirmed['data'] & {
      /** By the clock, when it is said. */
      readonly confirmedAt: string;
    },
  ) {}
}

/** She says the day herself, so that nobody vouches for what a clock says without having looked at another. */
export const confirmDay: Decide<ConfirmDay, RetentionRun, RetentionRunEvent> = ({ data }, run) => {
  const { confirmedAt: occurredAt, ...confirmed } = data;
  const { day } = confirmed;
  const clockSays = occurredAt.slice(0, 10);
  // A day at a store begins up to a day before or after that of UTC.
  if (day < addDays(clockSays, -1) || day > addDays(clockSays, 1))
    throw new Rejection(
      'clock-says-otherwise',
      'The clock shows another day. Set it, then say the day again.',
      {
        day,
        clockSays,
      },
    );
  if (run.vouchedFor === day && run.refusals.length === 0) return [];
  return [{ type: 'DayConfirmed', occurredAt, data: confirmed }];
};
