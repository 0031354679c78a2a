import { BUILT_IN_TEXTS } from '#contracts/stores/built-in-texts';
import type { ConsentText, TextPurpose } from '#contracts/stores/consent-texts';
import { inForce, latest } from '#libs/effective';
import { Rejection } from '#libs/event-sourcing';
import type { KnownPolicy } from '../known-policy/known-policy.js';

/** What a consent comes to: it counts, it counts and is to be asked for again, or it has ended. */
export const STANDINGS = ['counts', 'to-renew', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What can be agreed to in a store on a day. */
export interface Texts {
  readonly policyVersion: string;
  readonly on: string;
  /** Those of the policy that holds there, and those that are built in for what it says nothing of. */
  readonly texts: readonly ConsentText[];
  /** Every text that was ever published, in whatever store. */
  readonly published: readonly ConsentText[];
  /** All of these, and those that are built in. */
  readonly ever: readonly ConsentText[];
}

const BUILT_IN = 'consent-texts@built-in';

/**
 * A text that is built in is the first of its purpose, and holds until the first day of one that is published: so each purpose has one
 * text in force on any day, also before headquarters has published any, and no client is turned away for want of one.
 */
export const textsOn = (
  policies: KnownPolicy<'consent-texts'>,
  storeId: string | null,
  on: string,
): Texts => {
  const entry = inForce(policies, storeId, on);
  const here = entry?.value?.texts ?? [];
  const published = policies.flatMap(({ value }) => value?.texts ?? []);
  return {
    policyVersion: entry === undefined ? BUILT_IN : `consent-texts@${entry.version}`,
    on,
    texts: [...BUILT_IN_TEXTS.filter((one) => !here.some(isLike(one))), ...here],
    published,
    ever: [...BUILT_IN_TEXTS, ...published],
  };
};

/** Until headquarters has published words for a purpose, what a salon's own paper says counts as well, by the version it bears. */
const isPublished = ({ published }: Texts, purpose: TextPurpose): boolean =>
  published.some((one) => one.purpose === purpose);

export const textInForce = ({ texts, on }: Texts, purpose: TextPurpose): ConsentText =>
  latest(
    texts.filter((one) => one.purpose === purpose),
    on,
  )!;

/** The text in force; refuses one that was named and is another, with `unknown-text` or `text-not-in-force`. */
export const textToAgreeTo = (texts: Texts, purpose: TextPurpose, version?: string): ConsentText => {
  const text = textInForce(texts, purpose);
  if (version === undefined || version === text.version) return text;
  const context = { purpose, version, inForce: text.version };
  if (!texts.ever.some(isLike({ purpose, version }))) {
    const sentence =
      'No text with this version was ever published. Show her the one that is in force and name its version.';
    throw new Rejection('unknown-text', sentence, context);
  }
  const sentence =
    'This text is not in force today where she is asked. Show her the one that is, and name its version.';
  throw new Rejection('text-not-in-force', sentence, context);
};

/** Refuses, with the same, what nobody can agree to now. */
export const checkWords = (texts: Texts, purpose: TextPurpose, version: string): void => {
  if (isPublished(texts, purpose)) textToAgreeTo(texts, purpose, version);
};

/** What begins after her text says what becomes of consents to it; a text that is not among these is older than all. */
export const standingOf = ({ texts, on }: Texts, purpose: TextPurpose, version: string): Standing => {
  const begun = texts
    .filter((one) => one.purpose === purpose && one.effectiveFrom <= on)
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));
  const since = begun.slice(begun.findIndex((one) => one.version === version) + 1);
  const demands = new Set(since.map(({ olderConsents }) => olderConsents));
  if (demands.has('end')) return 'ended';
  return demands.has('renew') ? 'to-renew' : 'counts';
};

/** Whether what she consented to, if she did, counts today. */
export const consentCounts = (texts: Texts, purpose: TextPurpose, version: string | undefined): boolean =>
  version !== undefined && standingOf(texts, purpose, version) !== 'ended';

/** The words of a version of a text; a version that was published keeps them for ever. */
export const wordsOf = (
  texts: readonly ConsentText[],
  purpose: TextPurpose,
  version: string,
): ConsentText['text'] | null => texts.find(isLike({ purpose, version }))?.text ?? null;

const isLike =
  ({ purpose, version }: Pick<ConsentText, 'purpose' | 'version'>) =>
  (one: ConsentText): boolean =>
    one.purpose === purpose && one.version === version;
