import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { CircumstancesQuery } from '../circumstances.query.js';
import type { Duty, Shift } from '../rota.events.js';
import { faultsOf, unattended, type Fault } from '../rota-faults.js';
import { rota, rotaId, type RotaVersion } from '../rota.js';

export interface PublishedRota {
  readonly storeId: string;
  readonly week: string;
  readonly version: number;
  readonly shifts: readonly Shift[];
  readonly duties: readonly Duty[];
  readonly reason: string | null;
  readonly publishedAt: string;
}

export interface RotaOfWeek extends PublishedRota {
  /** What cannot be any more since it was published: who is away, or works there no longer. */
  readonly faults: readonly Fault[];
  /** Days of work on which nobody has the duty of hygiene. */
  readonly withoutHygiene: readonly string[];
}

@Injectable()
export class RotaOfWeekQuery {
  constructor(
    private readonly events: EventStore,
    private readonly circumstances: CircumstancesQuery,
  ) {}

  async one(storeId: string, week: string): Promise<RotaOfWeek> {
    const versions = await this.versions(storeId, week);
    const shown = versions.at(-1);
    if (shown === undefined) {
      throw new Rejection('no-rota', 'Nothing was published for this week.', { storeId, week }, 'not-found');
    }
    const staffIds = [...new Set(shown.shifts.map(({ staffId }) => staffId))];
    const circumstances = await this.circumstances.of({ storeId, week }, staffIds);
    return {
      ...shown,
      faults: faultsOf(shown, circumstances),
      withoutHygiene: unattended(shown, circumstances, 'hygiene'),
    };
  }

  async versions(storeId: string, week: string): Promise<PublishedRota[]> {
    return (await this.events.see(rota, rotaId(storeId, week))).state.versions.map(shownOf);
  }
}

const shownOf = (published: RotaVersion): PublishedRota => {
  const { storeId, week, version, duties, reason, publishedAt } = published;
  const shifts = published.shifts.map(({ staffId, day, from, until }) => ({ staffId, day, from, until }));
  return { storeId, week, version, shifts, duties, reason, publishedAt };
};
