import { Injectable } from '@nestjs/common';
import type { AuditAsked, AuditTrail } from '#libs/service';
import { mergedTrails, type EntryOf } from './merged-trails.js';
import type { Reached } from './reached.answers.js';
import { AUDITED, TrailsQuery, type Audited } from './trails.query.js';

export interface AuditLog {
  readonly items: EntryOf<Audited>[];
  /** The last link of each service's chain of hashes; null where nothing is sealed, or the service is away. */
  readonly seals: Record<Audited, AuditTrail['seal']>;
  /** Services that could not be asked: what they have comes with a later page. */
  readonly away: Audited[];
  /** Where to go on; undefined at the end. */
  readonly next: Reached | undefined;
}

@Injectable()
export class AuditLogQuery {
  constructor(private readonly trails: TrailsQuery) {}

  /** Facts of all services as one trail, in the order they were recorded. */
  async page({ limit = 100, ...asked }: Omit<AuditAsked, 'after'>, reached: Reached): Promise<AuditLog> {
    const trails = await Promise.all(
      AUDITED.map(async (service) => {
        const trail = await this.trails.of(service, { ...asked, limit, after: reached[service] ?? 0 });
        return { service, trail };
      }),
    );
    const there = trails.flatMap(({ service, trail }) => (trail === null ? [] : [{ service, ...trail }]));
    const away = trails.filter(({ trail }) => trail === null).map(({ service }) => service);
    const { items, reached: further, more } = mergedTrails(there, limit);
    return {
      items,
      seals: Object.fromEntries(
        trails.map(({ service, trail }) => [service, trail?.seal ?? null]),
      ) as AuditLog['seals'],
      away,
      next: more || away.length > 0 ? { ...reached, ...further } : undefined,
    };
  }
}
