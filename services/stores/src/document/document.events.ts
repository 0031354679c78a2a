import type { DomainEvent } from '#libs/event-sourcing';

export const KINDS = [
  'standard',
  'phrase',
  'check-list',
  'impact-assessment',
  'processing-register',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Whose she is after a procedure, by the words of the policy `client-ownership`: first the department's, then consulting
 * follows her up, in the end customer service. 術後一個月內以科室為主,一個月後轉交給咨詢部門,一年後由客服部門為主.
 */
export const STAGES = ['department', 'consulting', 'customer-service'] as const;

/** What a document says; its kind's schema has checked it. */
export type Content = Readonly<Record<string, unknown>>;

export type DocumentPublished = DomainEvent<
  'DocumentPublished',
  {
    kind: Kind;
    code: string;
    /** Null for the chain's own; otherwise it stands in for that in one store. */
    storeId: string | null;
    version: number;
    /** A day in the store's own time. */
    effectiveFrom: string;
    /** Null when from that day there is none: it is retired, a store follows the chain again. */
    content: Content | null;
  }
>;

export type DocumentEvent = DocumentPublished;
