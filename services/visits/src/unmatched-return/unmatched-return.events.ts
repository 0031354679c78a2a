import type { DomainEvent } from '#libs/event-sourcing';

/** Goods taken back whose bill is not known: they reduce revenue and reverse nothing else. */
/** As much as a bill may come to. */
export const MOST_RETURNED_MINOR = 1_000_000_000_000;

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
