import type { PolicyOf } from '#contracts/stores/policies';
import { addDays } from '#libs/calendar';
import type { FileFields } from '../../client/file-sections.config.js';
import type { Described } from '../../known-item/known-item.js';
import type { Purchase } from '../../noted-visit/purchases.js';

export const REASONS = [
  'skin-type',
  'skin-colour',
  'skin-problem',
  'care-tendency',
  'likes',
  'had-item',
  'had-before',
] as const;

export interface Because {
  readonly what: (typeof REASONS)[number];
  /** What of hers it is; of what she had before, how many times. */
  readonly value: string;
}

export interface Proposal {
  readonly itemId: string;
  readonly name: string | null;
  readonly kind: Described['kind'];
  readonly because: readonly Because[];
  readonly lastOn: string | null;
  /** Where it is known how often it is good for her, the next day; today where that has passed. */
  readonly dueOn: string | null;
}

export interface Known {
  readonly file: Pick<FileFields, 'preferences' | 'skin-diagnosis'>;
  readonly purchases: readonly Purchase[];
  /** What is noted of her that rules items out, by codes of the menu. */
  readonly contraindications: readonly string[];
  /** What is on the menu that day. */
  readonly menu: ReadonlyMap<string, Described>;
}

type Policy = PolicyOf<'care-plans'>;
type Rule = Policy['rules'][number];

/** Items that are named by a rule or that she had: of no others is anything proposed. */
export const itemsAskedFor = ({ rules }: Policy, purchases: readonly Purchase[]): string[] => [
  ...new Set([...rules.map(({ itemId }) => itemId), ...purchases.map(({ itemId }) => itemId)]),
];

/**
 * What she may be offered on a day, each item once, with all that speaks for it: rules first, in their order, then what she
 * had so many times, the last first. What is not on the menu, and what something speaks against, is not among it.
 */
export const proposePlan = (policy: Policy, known: Known, on: string): Proposal[] => {
  const found = new Map<string, { because: Because[]; everyDays: number | null }>();
  const propose = (itemId: string, because: readonly Because[], everyDays: number | null): void => {
    if (because.length === 0) return;
    const before = found.get(itemId) ?? { because: [], everyDays: null };
    const all = [...before.because, ...because.filter((one) => !isAmong(before.because, one))];
    found.set(itemId, { because: all, everyDays: before.everyDays ?? everyDays });
  };
  for (const rule of policy.rules) propose(rule.itemId, reasonsFor(rule, known), rule.everyDays ?? null);
  for (const { itemId, times, everyDays } of known.purchases)
    if (times >= (policy.againFromTimes ?? Infinity))
      propose(itemId, [{ what: 'had-before', value: String(times) }], everyDays);
  return [...found].flatMap(([itemId, { because, everyDays }]) => {
    const described = known.menu.get(itemId);
    if (described === undefined || isRuledOut(described, known)) return [];
    const { name, kind } = described;
    const { lastOn = null } = known.purchases.find((one) => one.itemId === itemId) ?? {};
    return [{ ...{ itemId, name, kind, because, lastOn }, dueOn: dueOn(lastOn, everyDays, on) }];
  });
};

/** Of each condition that the rule names, what of hers meets it; nothing where she does not meet them all. */
const reasonsFor = (rule: Rule, { file, purchases }: Known): Because[] => {
  const { skinType, skinColour, problems = [] } = file['skin-diagnosis'] ?? {};
  const { careTendency, likes = [] } = file.preferences ?? {};
  const had = purchases.filter(({ times }) => times > 0).map(({ itemId }) => itemId);
  const met = [
    meets('skin-type', rule.skinTypes, [skinType]),
    meets('skin-colour', rule.skinColours, [skinColour]),
    meets('skin-problem', rule.skinProblems, problems),
    meets('care-tendency', rule.careTendencies, [careTendency]),
    meets('likes', rule.likes, likes),
    meets('had-item', rule.hadItems, had),
  ].filter((reasons) => reasons !== undefined);
  return met.every((reasons) => reasons.length > 0) ? met.flat() : [];
};

/** Undefined where nothing is asked. */
const meets = (
  what: Because['what'],
  asked: readonly string[] | undefined,
  hers: readonly (string | undefined)[],
): Because[] | undefined => asked?.filter((value) => hers.includes(value)).map((value) => ({ what, value }));

const isAmong = (some: readonly Because[], { what, value }: Because): boolean =>
  some.some((one) => one.what === what && one.value === value);

const isRuledOut = ({ contraindications }: Described, known: Known): boolean =>
  contraindications.some((code) => known.contraindications.includes(code));

const dueOn = (lastOn: string | null, everyDays: number | null, on: string): string | null => {
  if (everyDays === null) return null;
  const due = lastOn === null ? on : addDays(lastOn, everyDays);
  return due < on ? on : due;
};
