import type { Answer } from '../asvs/requirement.js';

/** A rule of law or of our own design, in few words of ours; what in Liren holds it, and what shows that. */
export type Rule = readonly [where: string, what: string, heldBy: string, answer: Answer];

export interface Part {
  readonly title: string;
  readonly about: string;
  readonly rules: readonly Rule[];
}
