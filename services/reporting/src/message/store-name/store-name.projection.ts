import { ignored, type Projection } from '#libs/event-sourcing';
import type { ReportedMessage } from '../message.js';

export interface StoreNameRow {
  storeId: string;
  name: string;
  region: string;
  currency: string;
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
    recordedAt: 'timestamptz not null',
  },
  key: 'storeId',
  store: 'storeId',
  on: {
    'stores.store-opened.v1': ({ data: { storeId, name, region, currency }, recordedAt }, rows) =>
      rows.set(storeId, { storeId, name, region, currency, recordedAt }),
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
