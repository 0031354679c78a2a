import { ignored, type Projection } from '#libs/event-sourcing';
import type { ReportedMessage } from '../message.js';
import type { Renaming } from '../name-on-a-day.js';

export interface StoreNameRow {
  storeId: string;
  /** That it was opened with. */
  name: string;
  region: string;
  currency: string;
  timeZone: string;
  /** What it was named since, in the order in which that was decided. */
  renamings: readonly Renaming[];
  /** When `stores` had opened it. */
  recordedAt: string;
}

/** What a report calls a store. */
export const storeName: Projection<ReportedMessage, StoreNameRow> = {
  name: 'store_name',
  columns: {
    storeId: 'text',
    name: 'text not null',
    region: 'text not null',
    currency: 'text not null',
    timeZone: 'text not null',
    renamings: 'json not null',
    recordedAt: 'timestamptz not null',
  },
  key: 'storeId',
  store: 'storeId',
  reads: ({ type, data }) => (type === 'stores.store-changed.v1' ? [data.storeId] : []),
  on: {
    'stores.store-opened.v1': ({ data, recordedAt }, rows) => {
      const { storeId, name, region, currency, timeZone } = data;
      rows.set(storeId, { storeId, name, region, currency, timeZone, renamings: [], recordedAt });
    },
    'stores.store-changed.v1': ({ data: { storeId, effectiveFrom, name }, recordedAt }, rows) => {
      const row = rows.get(storeId);
      if (row === undefined || name === undefined) return;
      rows.set(storeId, { ...row, renamings: [...row.renamings, { effectiveFrom, name, recordedAt }] });
    },
    'visits.visit-completed.v1': ignored,
    'visits.goods-returned.v1': ignored,
    'membership.points-earned.v1': ignored,
    'membership.points-reversed.v1': ignored,
    'referrals.referral-rewarded.v1': ignored,
    'referrals.referral-reversed.v1': ignored,
    'follow-ups.contact-made.v1': ignored,
    'follow-ups.task-missed.v1': ignored,
    'follow-ups.task-miss-withdrawn.v1': ignored,
    'complaints.complaint-opened.v1': ignored,
    'complaints.complaint-breached.v1': ignored,
    'complaints.complaint-breach-withdrawn.v1': ignored,
    'clients.clients-merged.v1': ignored,
    'clients.clients-unmerged.v1': ignored,
  },
};
