import type { PolicyOf } from '#contracts/stores/policies';
import { addDays, addMonths } from '#libs/calendar';

type Rule = PolicyOf<'retention'>['purposes'][number];

/** Whose time is counted from a day: of a client the last day she came, or became one; of a lead the day she was added. */
export interface Kept {
  readonly status: 'lead' | 'client';
  readonly lastOn: string;
  /** The day on which she was learned of here, for lists of the past are told with their own days. */
  readonly learnedOn: string;
  /** Whether she is still to be answered, or expected. */
  readonly unsettled: boolean;
}

/** Which day is meant where clocks show the time of a zone. */
export type DayIn = (timeZone: string) => string;

export type Due = 'restrict' | 'erase';

/** What is known of a client for its own sake, and what must be shown of her care; each section of her file is of one. */
const CLASSES = ['while-client', 'with-care'] as const;

/** Whoever is brought from elsewhere is left alone so long: her visits may be told after her, and people look first. */
const SETTLING_DAYS = 30;

/** The last day on which somebody can have been learned of of whom anything is due. */
export const settledOn = (day: string): string => addDays(day, -SETTLING_DAYS);

/**
 * What is due on a day. Until every class of hers is due she is restricted only: keys are hers, not a section's. A class
 * without a rule is kept for ever. While a complaint of hers is open nothing is: it is answered with what is known of
 * her, and the burden of proof is ours (PIPL 69). Nor is anything while an appointment of hers is ahead. Money that she is owed
 * would stop it, too, but nobody can pay in advance here yet. Being a member does not: whoever is registered is one, and points
 * are no money.
 */
export const dueOn = (
  rules: readonly Rule[],
  { status, lastOn, learnedOn, unsettled }: Kept,
  day: string,
): Due | undefined => {
  if (unsettled || learnedOn > settledOn(day)) return undefined;
  const isDue = ({ keptMonths }: Rule): boolean => addMonths(lastOn, keptMonths) <= day;
  const classes: readonly string[] = status === 'lead' ? ['lead'] : CLASSES;
  const due = rules.filter((rule) => classes.includes(rule.purpose)).filter(isDue);
  if (due.length === 0) return undefined;
  const whole = classes.every((one) => due.some(({ purpose }) => purpose === one));
  return whole && due.some(({ then }) => then === 'erase') ? 'erase' : 'restrict';
};

/** What is due of one person, of whose files these are: as little as of any of them. */
export const dueOfAll = (ofEach: readonly (Due | undefined)[]): Due | undefined => {
  if (ofEach.includes(undefined)) return undefined;
  return ofEach.includes('restrict') ? 'restrict' : 'erase';
};

/** By how many days the last of a month can be before that of another. */
const SHORTER_MONTHS = 3;

/** The last day on which somebody can have come of whom anything is due; undefined where nothing ever is. */
export const earliestDue = (rules: readonly Rule[], day: string): string | undefined => {
  const months = rules.map(({ keptMonths }) => keptMonths);
  return months.length === 0 ? undefined : addDays(addMonths(day, -Math.min(...months)), SHORTER_MONTHS);
};
