import type { Aggregate } from '#libs/event-sourcing';
import type { CareLogEvent, CareNoted } from './care-log.events.js';

export type CareEntry = CareNoted['data'] & { readonly caredAt: string; readonly storeId: string };

/** One log for each client; entries as they were told. */
export interface CareLog {
  readonly entries: readonly CareEntry[];
}

export const careLog: Aggregate<CareLog, CareLogEvent> = {
  category: 'care-log',
  initial: { entries: [] },
  evolve: ({ entries }, { data, occurredAt, storeId }) => ({
    entries: [...entries, { ...data, caredAt: occurredAt, storeId: storeId! }],
  }),
};
