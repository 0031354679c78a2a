import type { KeptSection } from './client.js';

/** What a file should say, and what each field is worth: those by which she is greeted and treated count most. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  'person.birthday': 15,
  'person.sex': 5,
  'person.hobbies': 10,
  'circumstances.occupation': 5,
  'circumstances.address': 5,
  'acquisition.source': 10,
  'skin-diagnosis.skinType': 15,
  'skin-diagnosis.problems': 10,
  'care-plan.focus': 15,
  'preferences.careTendency': 5,
  'preferences.taboos': 5,
};

export interface Completeness {
  /** Of 100. */
  readonly score: number;
  /** Fields that would raise it, those worth most first. */
  readonly missing: readonly string[];
}

/** By the names of fields that have a value; what they say is not looked at. */
export const completenessOf = (
  file: Readonly<Record<string, Pick<KeptSection, 'filled'>>>,
  weights = WEIGHTS,
): Completeness => {
  const filled = new Set(
    Object.entries(file).flatMap(([section, one]) => one.filled.map((field) => `${section}.${field}`)),
  );
  const all = Object.entries(weights).sort(([, one], [, other]) => other - one);
  const sum = (some: typeof all): number => some.reduce((total, [, weight]) => total + weight, 0);
  const there = all.filter(([field]) => filled.has(field));
  return {
    score: Math.round((100 * sum(there)) / sum(all)),
    missing: all.filter(([field]) => !filled.has(field)).map(([field]) => field),
  };
};
