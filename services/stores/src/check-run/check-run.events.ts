import type { DomainEvent } from '#libs/event-sourcing';

export const OUTCOMES = ['ok', 'not-ok', 'remark'] as const;

export interface PointResult {
  readonly pointId: string;
  readonly outcome: (typeof OUTCOMES)[number];
  /** A word of the store's own, such as `two-lamps-out`; nothing about a person. */
  readonly remark?: string;
}

export type CheckListRun = DomainEvent<
  'CheckListRun',
  {
    runId: string;
    storeId: string;
    code: string;
    /** Of the list that was followed. */
    version: number;
    because: 'chain-default' | 'store-override';
    /** The store's day. */
    day: string;
    results: readonly PointResult[];
    /** Points that were not in order. */
    notOk: number;
    /** Who looked when nobody was told before, and for which group; absent for the store's own run of the day. */
    unannounced?: { readonly by: string; readonly groupId: string | null };
  }
>;

/** What was not in order is in order again. */
export type FindingSettled = DomainEvent<
  'FindingSettled',
  {
    runId: string;
    storeId: string;
    pointId: string;
    by: string;
    /** What was done, in a word of the store's own, such as `lamps-changed`; nothing about a person. */
    remark: string;
  }
>;

export type CheckRunEvent = CheckListRun | FindingSettled;
