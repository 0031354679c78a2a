import type { Aggregate } from '#libs/event-sourcing';
import type { RetentionKept } from './retention-run.events.js';

/** Nights on which it was seen to, one stream for the chain. */
export interface RetentionRun {
  readonly lastNight: string | null;
}

export const CHAIN = 'chain';

export const retentionRun: Aggregate<RetentionRun, RetentionKept> = {
  category: 'retention-run',
  initial: { lastNight: null },
  evolve: (_before, { data: { night } }) => ({ lastNight: night }),
};
