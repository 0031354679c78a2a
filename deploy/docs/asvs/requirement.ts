import type { Page } from './pages.js';
import type { Spec } from './specs.js';

/** A requirement of the standard, in few words of ours, and how it stands. */
export type Requirement = readonly [level: 1 | 2, what: string, answer: Answer];

export interface Chapter {
  readonly title: string;
  /** By id. */
  readonly requirements: Readonly<Record<string, Requirement>>;
}

export type Answer =
  | { readonly is: 'shown'; readonly tests: readonly Test[]; readonly limit?: string }
  | { readonly is: 'written'; readonly page: Page; readonly heading: string }
  | { readonly is: 'n/a'; readonly because: string }
  | { readonly is: 'open'; readonly missing: string };

export interface Test {
  readonly spec: Spec;
  /** Words of the test's title. */
  readonly title: string;
}

/** These tests show it: by spec, words of the title of one of its tests. `limit` says where it ends. */
export const shown = (tests: Readonly<Partial<Record<Spec, string>>>, limit?: string): Answer => ({
  is: 'shown',
  tests: Object.entries(tests).map(([spec, title]) => ({ spec: spec as Spec, title })),
  limit,
});

/** It asks for a text, and this heading of a page is it. */
export const written = (page: Page, heading: string): Answer => ({ is: 'written', page, heading });

/** It is about something that Liren does not have. */
export const na = (because: string): Answer => ({ is: 'n/a', because });

/** What is missing. */
export const open = (missing: string): Answer => ({ is: 'open', missing });
