import type { DomainEvent } from '#libs/event-sourcing';

export interface Shift {
  readonly staffId: string;
  readonly day: string;
  /** `hh:mm` on the clock in the store. */
  readonly from: string;
  readonly until: string;
}

/** What somebody sees to on a day beside her work, such as `hygiene`: 衛生值日. */
export interface Duty {
  readonly staffId: string;
  readonly day: string;
  readonly duty: string;
}

/** Who works when in a store in a week, and who has which duty: the whole of it, in place of the version before. */
export type RotaPublished = DomainEvent<
  'RotaPublished',
  {
    storeId: string;
    /** Its Monday. */
    week: string;
    version: number;
    /** With the same times as instants: nobody works in two places at once, whatever their clocks show. */
    shifts: readonly (Shift & { readonly startsAt: string; readonly endsAt: string })[];
    duties: readonly Duty[];
    /** Why it was changed, in a word of the store's own; null for the first. */
    reason: string | null;
    /** Whom the version before had: their time is free again. */
    former: readonly string[];
  }
>;

export type RotaEvent = RotaPublished;
