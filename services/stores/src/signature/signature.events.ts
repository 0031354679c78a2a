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

/** She has it: 「茲收到」, and has not said yet that she follows it. */
export type StandardReceived = DomainEvent<'StandardReceived', Omit<StandardSigned['data'], 'statement'>>;

export type SignatureEvent = StandardSigned | StandardReceived;
