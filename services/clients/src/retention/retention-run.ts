import type { Aggregate } from '#libs/event-sourcing';
import type { Refusal, RetentionRunEvent } from './retention-run.events.js';

/** Nights on which it was seen to, one stream for the chain. */
export interface RetentionRun {
  readonly lastNight: string | null;
  /** The last day of which more is known than that a clock says so: a night that was kept, or what somebody has said. */
  readonly vouchedFor: string | null;
  /** Since then, in order. */
  readonly refusals: readonly Refusal[];
}

export const CHAIN = 'chain';

export const retentionRun: Aggregate<RetentionRun, RetentionRunEvent> = {
  category: 'retention-run',
  initial: { lastNight: null, vouchedFor: null, refusals: [] },
  evolve: (before, event) => {
    switch (event.type) {
      case 'RetentionKept': {
        const { night } = event.data;
        return { lastNight: night, vouchedFor: night, refusals: [] };
      }
      case 'RetentionRefused':
        return { ...before, refusals: [...before.refusals, event.data] };
      case 'DayConfirmed': {
        const { day } = event.data;
        // A night beyond that day was never: those that are still to come have to be kept.
        const lastNight = before.lastNight !== null && before.lastNight > day ? day : before.lastNight;
        return { lastNight, vouchedFor: day, refusals: [] };
      }
    }
  },
};
