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
export const READING_PURPOSES = ['care', 'message', 'request-of-hers', 'emergency', 'supervision'] as const;
export type ReadingPurpose = (typeof READING_PURPOSES)[number];

interface Reading {
  clientId: string;
  what: Readable;
  purpose: ReadingPurpose;
  /** Of whoever read; who that is stands with the fact as its actor. */
  role: string;
  /** Where she or he reads; null for who is of several stores, or of none. */
  readerStore: string | null;
}

/** Somebody read what is known about a client. */
export type PersonalDataRead = DomainEvent<'PersonalDataRead', Reading>;

/** Somebody wanted to and was refused, for the client has not consented. */
export type ReadingRefused = DomainEvent<'ReadingRefused', Reading & { why: 'no-consent' }>;

export type ReadingEvent = PersonalDataRead | ReadingRefused;

/** A stream per client: the answer to who has read what is known about her. */
export const reading = { category: 'reading' };
