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
  }
>;

export type CheckRunEvent = CheckListRun;
