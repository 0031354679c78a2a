import type { DomainEvent } from '#libs/event-sourcing';

/** What gives a store its rhythm: 員工的晨會,每周學習時間,總結報告. The first is of a day, the others of a week. */
export const RHYTHMS = ['morning-meeting', 'study-time', 'summary-report'] as const;
export type RhythmKind = (typeof RHYTHMS)[number];

/** Whether it was held on a day, as somebody of the store says it; said again, as it was last said. */
export type RhythmNoted = DomainEvent<
  'RhythmNoted',
  {
    storeId: string;
    kind: RhythmKind;
    /** The store's day. */
    day: string;
    held: boolean;
    /** What it was about, in words of the chain's own list. */
    topics: readonly string[];
    /** A word of the store's own, such as `two-new-products`; nothing about a person. */
    note: string | null;
    by: string;
  }
>;

export type RhythmEvent = RhythmNoted;
