import type { DomainEvent } from '#libs/event-sourcing';

/** What is signed, in full: 「本人了解制度內容並嚴格按制度在本部門執行」. */
export const STATEMENT = 'received-understood-and-will-follow';

export type StandardSigned = DomainEvent<
  'StandardSigned',
  {
    signatureId: string;
    code: string;
    /** Null for the chain's own text. */
    storeId: string | null;
    version: number;
    staffId: string;
    statement: typeof STATEMENT;
  }
>;

export type SignatureEvent = StandardSigned;
