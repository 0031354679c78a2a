import type { Clock } from '#libs/event-sourcing';
import { Instant, Optional, toldAt, Uuids } from '#libs/http';
import type { Scope } from './incident.events.js';

/** Whose data it was: of whoever these accounts read in that time, and of these clients. */
export class ScopeFields {
  /** Accounts that were used by who should not have been, or read what they should not have. */
  @Optional()
  @Uuids()
  accountIds?: string[];

  /** Clients who are known to be affected, whoever read. */
  @Optional()
  @Uuids({ max: 1_000 })
  clientIds?: string[];

  @Instant()
  beganAt!: string;

  /** Left out while it goes on. */
  @Optional()
  @Instant()
  endedAt?: string;
}

/** Refuses (`in-the-future`) times that are yet to come. */
export const scopeOf = (
  { accountIds = [], clientIds = [], beganAt, endedAt }: ScopeFields,
  clock: Clock,
): Scope => ({
  ...{ accountIds, clientIds, beganAt: toldAt(beganAt, clock) },
  endedAt: endedAt === undefined ? null : toldAt(endedAt, clock),
});
