import type { DomainEvent } from '#libs/event-sourcing';

/** How it reached the store (CP-01). */
export const CHANNELS = ['phone', 'e-mail', 'social', 'in-store'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What it is about. What was said is personal and is not kept here. */
export const CATEGORIES = [
  'effect',
  'attitude',
  'cut-corners',
  'price',
  'product',
  'hygiene',
  'waiting',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const RESOLUTIONS = ['settled', 'withdrawn', 'rejected'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** A complaint, told again for those who read one of its facts alone. */
export interface ComplaintTold {
  complaintId: string;
  storeId: string;
  /** Null when she is no client, or does not say who she is. */
  clientId: string | null;
}

export type ComplaintOpened = DomainEvent<
  'ComplaintOpened',
  ComplaintTold & {
    visitId: string | null;
    channel: Channel;
    category: Category | null;
    timeZone: string;
    openedOn: string;
    /** When staff are warned that the answer is due soon. */
    warnAt: string;
    /** When the time to answer runs out. */
    dueAt: string;
  }
>;

/** Occurs at the time to warn, however late the timer is. */
export type AnswerDueSoon = DomainEvent<'AnswerDueSoon', ComplaintTold & { dueAt: string }>;

/** The time to answer ran out. Occurs at that moment, however late the timer is. */
export type ComplaintBreached = DomainEvent<
  'ComplaintBreached',
  ComplaintTold & { breachedAt: string; breachedOn: string }
>;

/** The answer had been given in time and was told late. Occurs when it was told. */
export type BreachWithdrawn = DomainEvent<
  'BreachWithdrawn',
  ComplaintTold & { breachedAt: string; breachedOn: string; withdrawnOn: string }
>;

/** Occurs when the answer was given. */
export type ComplaintAnswered = DomainEvent<'ComplaintAnswered', ComplaintTold & { answeredOn: string }>;

export type ComplaintClosed = DomainEvent<
  'ComplaintClosed',
  ComplaintTold & { resolution: Resolution; closedOn: string }
>;

export type ComplaintEvent =
  ComplaintOpened | AnswerDueSoon | ComplaintBreached | BreachWithdrawn | ComplaintAnswered | ComplaintClosed;
