import type { DomainEvent } from '#libs/event-sourcing';

/** Goods taken back whose bill is not known: they reduce revenue and reverse nothing else. */
export type UnmatchedReturnRecorded = DomainEvent<
  'UnmatchedReturnRecorded',
  {
    returnId: string;
    clientId: string | null;
    storeId: string;
    lines: { itemId: string; description: string | null; quantity: number; returnedMinor: number }[];
    returnedMinor: number;
    returnedOn: string;
  }
>;

export type UnmatchedReturnEvent = UnmatchedReturnRecorded;
