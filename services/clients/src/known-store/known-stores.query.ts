import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { dayOf } from '#libs/calendar';
import { EventStore } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, Peers } from '#libs/service';
import type { Grade } from './known-store.events.js';
import { entityOn, gradeOn, isOneCompany, knownStore, type KnownStore } from './known-store.js';

const PATIENCE_MS = 3_000;
const answered = z.object({ legalEntity: z.string() });

@Injectable()
export class KnownStoresQuery {
  constructor(
    private readonly events: EventStore,
    private readonly peers: Peers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What day it is in a store; in UTC for the chain, and for a store whose time zone nobody has told. */
  async today(storeId: string | null): Promise<string> {
    return this.todayIn(storeId === null ? knownStore.initial : await this.one(storeId));
  }

  /** By which clock the days of several are counted, in their order; as `today` says where nobody has told. */
  async timeZonesOf(storeIds: readonly string[]): Promise<string[]> {
    return (await this.events.seeMany(knownStore, storeIds)).map(({ state }) => zoneOf(state));
  }

  /** Null for a store that nobody has told of yet. */
  async gradeOn(storeId: string, day: string): Promise<Grade | null> {
    return gradeOn(await this.one(storeId), day);
  }

  /** The same of several, in their order. */
  async gradesOn(storeIds: readonly string[], day: string): Promise<(Grade | null)[]> {
    return (await this.events.seeMany(knownStore, storeIds)).map(({ state }) => gradeOn(state, day));
  }

  /** What is paid in there; null while nobody has told. */
  async currencyOf(storeId: string): Promise<string | null> {
    return (await this.one(storeId)).currency;
  }

  /** Whether two stores are one company's today, as the day is in each of them. */
  async areOfOneCompany(storeId: string, other: string): Promise<boolean> {
    if (storeId === other) return true;
    return isOneCompany(...(await Promise.all([this.entityToday(storeId), this.entityToday(other)])));
  }

  /** Whose a store is today: empty when nobody was named, null when that cannot be found out. */
  async entityToday(storeId: string): Promise<string | null> {
    const known = await this.one(storeId);
    return entityOn(known, this.todayIn(known)) ?? this.askEntity(storeId);
  }

  /**
   * Of a store that was learned before that was kept, or of which no message has come yet. A store that was never opened is
   * nobody's by name; null when `stores` cannot be asked.
   */
  private async askEntity(storeId: string): Promise<string | null> {
    const path = `/v1/stores/${encodeURIComponent(storeId)}`;
    try {
      const answer = await this.peers.askStores(path, { patienceMs: PATIENCE_MS });
      if (answer.status === 404) return '';
      return answer.ok ? answered.parse(await answer.json()).legalEntity : null;
    } catch {
      return null;
    }
  }

  private todayIn(known: KnownStore): string {
    return dayOf(this.clock.now().toISOString(), zoneOf(known));
  }

  private async one(storeId: string): Promise<KnownStore> {
    return (await this.events.load(knownStore, storeId)).state;
  }
}

const zoneOf = ({ timeZone }: KnownStore): string => timeZone ?? 'UTC';
