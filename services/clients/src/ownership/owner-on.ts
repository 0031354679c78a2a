import { addMonths } from '#libs/calendar';
import { inForce } from '#libs/effective';
import type { KnownPolicy } from '../known-policy/known-policy.js';
import type { Reason } from './ownership.events.js';
import type { Assignments } from './ownership.js';
import { HAND_OVER, policyOn, type OwnershipValue, type Rule } from './ownership-policy.js';

export interface ServedVisit {
  readonly visitId: string;
  /** The day at the store. */
  readonly on: string;
  /** Who served her most; null when that was not told. */
  readonly staffId: string | null;
}

/** All that ownership follows from. */
export interface OwnershipFacts {
  readonly clientId: string;
  readonly storeId: string;
  /** The oldest first. */
  readonly visits: readonly ServedVisit[];
  readonly assignments: Assignments;
  readonly policies: KnownPolicy<'client-ownership'>;
}

export const POSTS = ['department', 'consulting', 'customer-service', 'store-manager'] as const;
export type Post = (typeof POSTS)[number];

/** Somebody of the staff, or whoever has a post at her store. */
export type Owner =
  { readonly staffId: string; readonly post: null } | { readonly staffId: null; readonly post: Post };

export const BECAUSE = ['assigned', 'served', 'time-since-visit', 'her-turn', 'nobody-else'] as const;

/** What makes the owner who it is, and the fact that it began with. */
export interface Because {
  readonly what: (typeof BECAUSE)[number];
  /** The day she was assigned, or the day of the visit that is counted from; null where there is none. */
  readonly factOn: string | null;
  readonly visitId: string | null;
  /** Why she was assigned. */
  readonly reason: Reason | null;
}

export interface Owned {
  readonly owner: Owner;
  readonly because: Because;
  readonly rule: Rule;
  readonly policyVersion: string;
}

type Found = Pick<Owned, 'owner' | 'because'>;

/**
 * Whose she is at the end of a day: hers who is named for her, else as the rule of her store has it, or another rule in
 * its place. What no rule answers is the manager's.
 */
export const ownerOn = (facts: OwnershipFacts, on: string, instead?: Rule): Owned => {
  const { version, value } = policyOn(facts.policies, facts.storeId, on);
  const rule = instead ?? value.rule;
  const found = assigned(facts, on) ?? BY_RULE[rule](facts, on, value) ?? NOBODY_ELSE;
  return { ...found, rule, policyVersion: version };
};

const staff = (staffId: string): Owner => ({ staffId, post: null });
const post = (name: Post): Owner => ({ staffId: null, post: name });
const visited = (what: Because['what'], { on: factOn, visitId }: ServedVisit): Because => ({
  ...{ what, factOn, visitId },
  reason: null,
});

const NOBODY_ELSE: Found = {
  owner: post('store-manager'),
  because: { what: 'nobody-else', factOn: null, visitId: null, reason: null },
};

const assigned = ({ assignments }: OwnershipFacts, on: string): Found | undefined => {
  const entry = inForce(assignments, null, on);
  if (entry === undefined || entry.value === null) return undefined;
  const { staffId, reason } = entry.value;
  const because = { what: 'assigned', factOn: entry.effectiveFrom, visitId: null, reason } as const;
  return { owner: staff(staffId), because };
};

/** Months count from her last visit: what was done then is what she is followed up for. */
const handedOver = ({ visits }: OwnershipFacts, on: string, value: OwnershipValue): Found | undefined => {
  const last = visits.findLast((visit) => visit.on <= on);
  if (last === undefined) return undefined;
  const { handOver = HAND_OVER } = value;
  const step = handOver
    .filter(({ afterMonths }) => addMonths(last.on, afterMonths) <= on)
    .reduce<(typeof handOver)[number] | undefined>(
      (latest, one) => (latest === undefined || one.afterMonths >= latest.afterMonths ? one : latest),
      undefined,
    );
  return { owner: post(step?.to ?? 'department'), because: visited('time-since-visit', last) };
};

const servedHer = ({ visits }: OwnershipFacts, on: string): Found | undefined => {
  const last = visits.findLast((visit) => visit.on <= on && visit.staffId !== null);
  if (last === undefined) return undefined;
  return { owner: staff(last.staffId!), because: visited('served', last) };
};

/** Turns count from her first visit; who begins differs from client to client, so that new ones come to all. */
const hasHerTurn = (
  { clientId, visits }: OwnershipFacts,
  on: string,
  value: OwnershipValue,
): Found | undefined => {
  const { rotateAmong = [], rotateEveryMonths = 1 } = value;
  const first = visits.find((visit) => visit.on <= on);
  if (first === undefined || rotateAmong.length === 0) return undefined;
  const turn = spread(clientId) + Math.floor(wholeMonths(first.on, on) / rotateEveryMonths);
  const staffId = rotateAmong[turn % rotateAmong.length]!;
  return { owner: staff(staffId), because: visited('her-turn', first) };
};

const BY_RULE: Readonly<Record<Rule, typeof hasHerTurn>> = {
  'server-follows': servedHer,
  'hand-over': handedOver,
  rotation: hasHerTurn,
  dedicated: () => undefined,
};

/** The end of an id is random. */
const spread = (clientId: string): number => parseInt(clientId.slice(-8), 16);

/** Calendar months that have passed. */
const wholeMonths = (from: string, on: string): number => {
  const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const months = monthOf(on) - monthOf(from);
  return addMonths(from, months) <= on ? months : months - 1;
};
