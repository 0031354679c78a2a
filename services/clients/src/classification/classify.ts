import { addMonths } from '#libs/calendar';
import type { Grade } from '../known-store/known-store.events.js';
import type { ClassificationPolicy } from './classification-policy.js';

/** By how often they come: key clients, potential ones, and those to be seen more often (CL-49 to 51). */
export const FREQUENCIES = ['key', 'potential', 'low'] as const;

/** A visit, or a return, as far as classes go by it. */
export interface Counted {
  readonly kind: 'visit' | 'return';
  readonly happenedOn: string;
  readonly amountMinor: number;
}

/** What classes go by: all there was up to the end of a day, and what of it is of the last year and of the last months. */
export interface Counts {
  readonly visits: number;
  readonly spentMinor: number;
  readonly yearMinor: number;
  readonly recentVisits: number;
}

/** After which day a visit is of the year and of the months that classes go by. */
export const sinceOf = (on: string, { value }: ClassificationPolicy) => ({
  yearAfter: addMonths(on, -12),
  recentAfter: addMonths(on, -value.frequency.withinMonths),
});

/**
 * Four answers to four questions, none of which follows from another; words that two of them share mean different things.
 * Counted from what had happened up to the end of a day, at the store.
 */
export const classify = (
  history: readonly Counted[],
  storeGrade: Grade | null,
  on: string,
  policy: ClassificationPolicy,
) => classesOf(countsOf(history, on, policy), storeGrade, on, policy);

/** The same, from what was counted elsewhere. */
export const classesOf = (
  { visits, spentMinor, yearMinor, recentVisits }: Counts,
  storeGrade: Grade | null,
  on: string,
  { version, value }: ClassificationPolicy,
) => ({
  on,
  policyVersion: version,
  annualSpend: annualSpendOf(yearMinor, storeGrade, value.annualSpend),
  vip: vipOf(spentMinor, visits, value.vip),
  card: { class: 'no-card' as const },
  frequency: frequencyOf(recentVisits, value.frequency),
});

export type Classes = ReturnType<typeof classesOf>;

const countsOf = (history: readonly Counted[], on: string, policy: ClassificationPolicy): Counts => {
  const known = history.filter(({ happenedOn }) => happenedOn <= on);
  const { yearAfter, recentAfter } = sinceOf(on, policy);
  return {
    visits: visits(known),
    spentMinor: spent(known),
    yearMinor: spent(within(known, yearAfter)),
    recentVisits: visits(within(known, recentAfter)),
  };
};

type Value = ClassificationPolicy['value'];

/** After a day: on the day a year later, what was paid that day no longer counts. */
const within = (history: readonly Counted[], after: string): Counted[] =>
  history.filter(({ happenedOn }) => happenedOn > after);

const spent = (history: readonly Counted[]): number =>
  history.reduce(
    (sum, { kind, amountMinor }) => (kind === 'visit' ? sum + amountMinor : sum - amountMinor),
    0,
  );

const visits = (history: readonly Counted[]): number => history.filter(({ kind }) => kind === 'visit').length;

const annualSpendOf = (spentMinor: number, storeGrade: Grade | null, byGrade: Value['annualSpend']) => {
  const steps = (storeGrade === null ? undefined : byGrade[storeGrade]) ?? [];
  const reached = steps.filter(({ fromMinor }) => spentMinor >= fromMinor);
  const highest = reached.sort((one, other) => other.fromMinor - one.fromMinor)[0];
  return { class: highest?.class ?? null, fromMinor: highest?.fromMinor ?? null, spentMinor, storeGrade };
};

const vipOf = (spentMinor: number, visits: number, { fromMinor, orVisits }: Value['vip']) => {
  const because = spentMinor >= fromMinor ? 'amount' : visits >= orVisits ? 'visits' : null;
  return { vip: because !== null, because, spentMinor, visits } as const;
};

const frequencyOf = (visits: number, policy: Value['frequency']) => {
  const { withinMonths, keyFromVisits, potentialFromVisits } = policy;
  const found = visits >= keyFromVisits ? 'key' : visits >= potentialFromVisits ? 'potential' : 'low';
  return { class: found, visits, withinMonths } as const;
};
