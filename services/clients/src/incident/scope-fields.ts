import { utc } from '#libs/calendar';
import { Instant, Optional, Uuids } from '#libs/http';
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

export const scopeOf = ({ accountIds = [], clientIds = [], beganAt, endedAt }: ScopeFields): Scope => ({
  ...{ accountIds, clientIds, beganAt: utc(beganAt) },
  endedAt: endedAt === undefined ? null : utc(endedAt),
});
