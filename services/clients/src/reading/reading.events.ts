import type { ExportPurpose } from '#contracts/clients/export-purposes';
import type { DomainEvent } from '#libs/event-sourcing';

/** What was opened. */
export const READABLE = [
  'page',
  'glance',
  'look-up',
  'file',
  'health-notes',
  'item-check',
  'care-pictures',
  'export',
] as const;
export type Readable = (typeof READABLE)[number];

/** Why it was opened: never for anything but what the client gave it for (PIPL 6, 28). */
export const READING_PURPOSES = [
  'care',
  'message',
  'request-of-hers',
  'emergency',
  'supervision',
  'marketing',
  'disclosure',
] as const;
export type ReadingPurpose = (typeof READING_PURPOSES)[number];

/** How her file left with those of others. */
export interface TakenOut {
  exportId: string;
  purpose: ExportPurpose;
  /** Who outside the chain was given it; null where it stayed in the chain. */
  recipient: string | null;
  /** Only where the recipient works for the salon, and is no third party. */
  processorId?: string;
  /** Of her file, beside who she is and how to reach her. */
  sections: readonly string[];
  /** Only where it left the country. */
  abroad?: LeftForAbroad;
}

/** What the law counts by year: who left for abroad, and whether with sensitive data (PIPL 28, 38). */
export interface LeftForAbroad {
  /** By ISO 3166-1 alpha-2. */
  country: string;
  /** What tells of her health was among it, or she was not of the age of consent of her store, and so all is sensitive. */
  sensitive: boolean;
}

interface Reading {
  clientId: string;
  what: Readable;
  purpose: ReadingPurpose;
  /** Of whoever read; who that is stands with the fact as its actor. */
  role: string;
  /** Where she or he reads; null for who is of several stores, or of none. */
  readerStore: string | null;
  /** Of `export` alone, and absent in the first there were. */
  takenOut?: TakenOut;
}

/** Somebody read what is known about a client. */
export type PersonalDataRead = DomainEvent<'PersonalDataRead', Reading>;

/** Somebody wanted to and was refused, for the client has not consented. */
export type ReadingRefused = DomainEvent<'ReadingRefused', Reading & { why: 'no-consent' }>;

export type ReadingEvent = PersonalDataRead | ReadingRefused;

/** A stream per client: the answer to who has read what is known about her. */
export const reading = { category: 'reading' };
