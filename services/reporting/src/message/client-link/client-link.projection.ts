import { ignored, type Fold, type Projection } from '#libs/event-sourcing';
import type { ReportedMessage } from '../message.js';

export interface ClientLinkRow {
  /** Position of the message among those kept. */
  id: string;
  survivorId: string;
  mergedId: string;
  /** Whether they are one from then on, or no longer. */
  linked: boolean;
  /** When `clients` had learned of it. */
  recordedAt: string;
  position: number;
}

type Told = Extract<ReportedMessage, { type: `clients.clients-${string}` }>;

const told =
  (linked: boolean): Fold<Told, ClientLinkRow> =>
  ({ data: { survivorId, mergedId }, position, recordedAt }, rows) =>
    rows.set(String(position), { id: String(position), survivorId, mergedId, linked, recordedAt, position });

/** Who was taken for one person, and when that was known: so a report as known at a moment counts people as they were known then. */
export const clientLink: Projection<ReportedMessage, ClientLinkRow> = {
  name: 'client_link',
  columns: {
    id: 'text',
    survivorId: 'text not null',
    mergedId: 'text not null',
    linked: 'boolean not null',
    recordedAt: 'timestamptz not null',
    position: 'bigint not null',
  },
  key: 'id',
  on: {
    'clients.clients-merged.v1': told(true),
    'clients.clients-unmerged.v1': told(false),
    'stores.store-opened.v1': ignored,
    'stores.store-changed.v1': ignored,
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
  },
};
