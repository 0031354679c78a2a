import type { PlatformData } from './platform-data.js';

/** What became of checking one invariant. */
export interface Finding {
  /** How much was looked at. */
  readonly counted: string;
  /** A sentence for each thing that fails, naming it: at most five of a kind. */
  readonly failures: readonly string[];
  /** Why it could not be shown, or not wholly; not a failure. */
  readonly notShown?: string;
}

/** Something that must always hold of the data, and how to look. */
export interface Invariant {
  readonly id: string;
  /** What is checked, in one line. */
  readonly checks: string;
  readonly check: (data: PlatformData) => Promise<Finding>;
}

/** The finding where a service that the invariant is about keeps no data here. */
export const nothingOf = (service: string): Finding => ({
  counted: '–',
  failures: [],
  notShown: `there is no data of ${service} here`,
});

/** `12,345` */
export const number = (count: number): string => count.toLocaleString('en');
