import { addMonths } from '#libs/calendar';
import { HAND_OVER, type Rule } from './ownership-policy.js';
import { ownerOn, type Owned, type OwnershipFacts } from './owner-on.js';

/** Days on which she was one owner's; `because` says what made her so. */
export interface Segment extends Owned {
  /** Null for the first: as long as anybody can ask. */
  readonly from: string | null;
  /** The day it ended, which is the next one's; null for the one that is asked about. */
  readonly until: string | null;
}

const BEFORE_ALL = '0001-01-01';

/** Whose she was, one after the other without a gap, up to the end of a day. */
export const ownersUntil = (facts: OwnershipFacts, on: string, instead?: Rule): Segment[] => {
  const segments: Segment[] = [];
  for (const from of [null, ...turningPoints(facts, on)]) {
    const owned = ownerOn(facts, from ?? BEFORE_ALL, instead);
    const before = segments.at(-1);
    if (before !== undefined && isSame(before, owned)) continue;
    if (before !== undefined) segments[segments.length - 1] = { ...before, until: from };
    segments.push({ ...owned, from, until: null });
  }
  return segments;
};

/** Whose she is at the end of a day, why, and since when; null for always. */
export const ownedSince = (
  facts: OwnershipFacts,
  on: string,
  instead?: Rule,
): Owned & { readonly since: string | null } => ({
  ...ownerOn(facts, on, instead),
  since: ownersUntil(facts, on, instead).at(-1)!.from,
});

const isSame = ({ owner: one }: Owned, { owner: other }: Owned): boolean =>
  one.staffId === other.staffId && one.post === other.post;

/** Every day on which whose she is can change, by whatever rule. */
const turningPoints = ({ visits, assignments, policies }: OwnershipFacts, on: string): string[] => {
  const values = policies.flatMap(({ value }) => (value === null ? [] : [value]));
  const steps = new Set(
    [HAND_OVER, ...values.map(({ handOver = [] }) => handOver)].flat().map(({ afterMonths }) => afterMonths),
  );
  const visitDays = [...new Set(visits.map((visit) => visit.on))];
  const days = [
    ...[...assignments, ...policies].map(({ effectiveFrom }) => effectiveFrom),
    ...visitDays,
    ...visitDays.flatMap((day) => [...steps].map((months) => addMonths(day, months))),
    ...(values.some(({ rotateAmong = [] }) => rotateAmong.length > 1) ? monthsFrom(visitDays[0], on) : []),
  ];
  return [...new Set(days)].filter((day) => day > BEFORE_ALL && day <= on).sort();
};

const monthsFrom = (first: string | undefined, on: string): string[] => {
  const days: string[] = [];
  if (first === undefined) return days;
  for (let day = first; day <= on; day = addMonths(first, days.length)) days.push(day);
  return days;
};
