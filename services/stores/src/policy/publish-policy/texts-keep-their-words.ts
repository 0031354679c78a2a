import { BUILT_IN_TEXTS } from '#contracts/stores/built-in-texts';
import type { ConsentText } from '#contracts/stores/consent-texts';
import { Rejection } from '#libs/event-sourcing';
import type { Policy } from '../policy.js';

type Texts = { readonly texts: readonly ConsentText[] };

/**
 * A version of a text that somebody may have consented to has the same words for ever, in whatever store and policy it stands: so
 * purpose and version tell what she read. Refuses with `text-changed`.
 */
export const keepsWords = (versions: Policy, value: unknown): void => {
  const before = [...BUILT_IN_TEXTS, ...versions.flatMap((one) => (one.value as Texts | null)?.texts ?? [])];
  const wordsOf = new Map(before.map((text) => [nameOf(text), inWords(text)]));
  const changed = (value as Texts).texts.find((text) => {
    const words = wordsOf.get(nameOf(text));
    return words !== undefined && words !== inWords(text);
  });
  if (changed === undefined) return;
  const { purpose, version } = changed;
  const sentence =
    'A text that was published keeps its words. Publish the new ones under a version of their own.';
  throw new Rejection('text-changed', sentence, { purpose, version });
};

const nameOf = ({ purpose, version }: ConsentText): string => `${purpose} ${version}`;

const inWords = ({ text }: ConsentText): string => JSON.stringify(Object.entries(text).sort());
