import { addDays, dayOf } from '#libs/calendar';
import type { Decide } from '#libs/event-sourcing';
import type { DayIn } from './retention.js';
import type { Refusal, RetentionKept, RetentionRunEvent } from './retention-run.events.js';
import type { RetentionRun } from './retention-run.js';

/** In UTC; two at night in China. */
const NIGHT_BEGINS = 18;

/** The night that began last: named by the day on which it began in UTC. */
export const nightOf = (now: Date): string => {
  const day = now.toISOString().slice(0, 10);
  return now.getUTCHours() >= NIGHT_BEGINS ? day : addDays(day, -1);
};

/** What day it is at a store when a night begins, whenever that night is seen to. */
export const dayOfNight =
  (night: string): DayIn =>
  (timeZone) =>
    dayOf(`${night}T${NIGHT_BEGINS}:00:00.000Z`, timeZone);

/**
 * How far from the last day that is vouched for a night may be. A chain that closes for a holiday needs nobody to say
 * anything; a clock that jumps erases nobody more than that too early.
 */
export const WITHIN_DAYS = 7;

/** What speaks against believing the clock; facts that others tell do not vouch for it, they may come from the same one. */
export const clockDoubt = (vouchedFor: string | null, night: string): Refusal['why'] | undefined => {
  if (vouchedFor === null) return 'first-night';
  if (night > addDays(vouchedFor, WITHIN_DAYS)) return 'clock-ahead';
  if (night < addDays(vouchedFor, -WITHIN_DAYS)) return 'clock-behind';
  return undefined;
};

/** Whether a night is over for good. One long before the last that was kept is not: then a clock is wrong, or was. */
export const isSeenTo = ({ lastNight, vouchedFor }: RetentionRun, night: string): boolean =>
  lastNight !== null && night <= lastNight && clockDoubt(vouchedFor, night) === undefined;

export class KeepNight {
  constructor(readonly data: RetentionKept['data'] & { readonly keptAt: string }) {}
}

/** Once, whoever of several saw to it first. */
export const keepNight: Decide<KeepNight, RetentionRun, RetentionRunEvent> = ({ data }, run) => {
  const { keptAt: occurredAt, ...kept } = data;
  const { lastNight, vouchedFor } = run;
  if (clockDoubt(vouchedFor, kept.night) !== undefined) return [];
  if (lastNight !== null && kept.night <= lastNight) return [];
  return [{ type: 'RetentionKept', occurredAt, data: kept }];
};

export class RefuseNight {
  constructor(readonly data: Refusal & { readonly refusedAt: string }) {}
}

/** It is tried again every few seconds; each doubt is recorded once a night. */
export const refuseNight: Decide<RefuseNight, RetentionRun, RetentionRunEvent> = ({ data }, run) => {
  const { refusedAt: occurredAt, ...refusal } = data;
  if (isSeenTo(run, refusal.night) || run.refusals.some((known) => isSame(known, refusal))) return [];
  return [{ type: 'RetentionRefused', occurredAt, data: refusal }];
};

const isSame = (one: Refusal, other: Refusal): boolean =>
  one.night === other.night && one.why === other.why && one.service === other.service;
