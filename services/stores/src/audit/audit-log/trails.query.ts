import { Injectable } from '@nestjs/common';
import { auditTrail, Peers, type AuditTrail } from '#libs/service';

/** Services with a log. */
export const AUDITED = [
  'stores',
  'clients',
  'visits',
  'membership',
  'referrals',
  'follow-ups',
  'complaints',
  'reporting',
  'imports',
] as const;
export type Audited = (typeof AUDITED)[number];

const PATIENCE_MS = 10_000;

/** Asks each service for its part of the trail. */
@Injectable()
export class TrailsQuery {
  constructor(private readonly peers: Peers) {}

  /** Null when the service cannot be asked. */
  async of(service: Audited, asked: Readonly<Record<string, string | number>>): Promise<AuditTrail | null> {
    const query = new URLSearchParams(
      Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]),
    );
    try {
      const path = `/v1/operations/${service}/audit?${query.toString()}`;
      const answer = await this.peers.askLiren(path, { patienceMs: PATIENCE_MS });
      return answer.ok ? auditTrail.parse(await answer.json()) : null;
    } catch {
      return null;
    }
  }
}
