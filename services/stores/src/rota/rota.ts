import { claimRange, release, type Aggregate } from '#libs/event-sourcing';
import type { RotaEvent, RotaPublished } from './rota.events.js';

export type RotaVersion = RotaPublished['data'] & { readonly publishedAt: string };

export interface Rota {
  readonly storeId: string | null;
  /** In the order published; the last one holds. */
  readonly versions: readonly RotaVersion[];
}

/** One store's week. A shift claims its time of whoever works it, so that no two stores have her at once. */
export const rota: Aggregate<Rota, RotaEvent> = {
  category: 'rota',
  initial: { storeId: null, versions: [] },
  evolve: ({ versions }, { data, occurredAt: publishedAt }) => ({
    storeId: data.storeId,
    versions: [...versions, { ...data, publishedAt }],
  }),
  storeOf: ({ storeId }) => storeId,
  claims: ({ data: { former, shifts } }) => [
    ...former.map((staffId) => release(shiftOf(staffId))),
    ...shifts.map(({ staffId, startsAt, endsAt }) => claimRange(shiftOf(staffId), startsAt, endsAt)),
  ],
};

const PREFIX = 'shift:';
const shiftOf = (staffId: string): string => `${PREFIX}${staffId}`;

/** Whose time a claim is. */
export const staffOfClaim = (key: string): string => key.slice(PREFIX.length);

export const rotaId = (storeId: string, week: string): string => `${storeId}/${week}`;
