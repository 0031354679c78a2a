import type { LossReason } from '../../client/client.events.js';
import { unlessSmall, unlessSmallOf } from '../../client/small-groups.js';

export interface MonthOfStore<Size = number> {
  readonly month: string;
  readonly storeId: string;
  readonly left: Size;
  readonly reasons: Readonly<Partial<Record<LossReason, number>>>;
  readonly wonBackSince: Size;
  readonly wonBack: Size;
  readonly leadsLost: Size;
}

/** What may be told of it where no client may be recognised; reasons of few are not named. */
export const withoutSmall = (of: MonthOfStore): MonthOfStore<number | null> => {
  const told = unlessSmallOf(Object.values(of.reasons));
  return {
    ...of,
    left: unlessSmall(of.left),
    reasons: Object.fromEntries(Object.entries(of.reasons).filter((_, at) => told[at] !== null)),
    wonBackSince: unlessSmallOf([of.wonBackSince, of.left - of.wonBackSince])[0]!,
    wonBack: unlessSmall(of.wonBack),
    leadsLost: unlessSmall(of.leadsLost),
  };
};
