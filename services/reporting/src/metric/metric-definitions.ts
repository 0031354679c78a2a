import type { ReportedMessage } from '../message/message.js';

/** Definitions of this version; a changed definition is a new version beside it, never a change of this one. */
export const DEFINITION_VERSION = 1;

export type Metric =
  | 'gross'
  | 'sale-lines'
  | 'visits'
  | 'returns'
  | 'return-lines'
  | 'points-issued'
  | 'referrals-rewarded'
  | 'follow-ups-done'
  | 'follow-ups-missed'
  | 'complaints-opened'
  | 'complaints-breached';

/** By how much a message moves a metric, where and on which day of the store. Money in minor units. */
export interface Delta {
  readonly metric: Metric;
  readonly storeId: string;
  readonly occurredOn: string;
  readonly delta: number;
  /** Whom it is about, for counting people once; never who she is. */
  readonly clientId?: string | null;
}

type Definitions = {
  readonly [Type in ReportedMessage['type']]: (
    data: Extract<ReportedMessage, { type: Type }>['data'],
  ) => readonly Delta[];
};

/**
 * What is taken back is counted on the day it is taken back, so closed days stay as they were. What proves never to have
 * been is taken from the day it was counted on; a report as known before still says what was known.
 */
export const metricDeltas: Definitions = {
  'stores.store-opened.v1': () => [],
  'stores.store-changed.v1': () => [],
  // Who is one person moves no sum: `client_link` says of whom a client counts as one.
  'clients.clients-merged.v1': () => [],
  'clients.clients-unmerged.v1': () => [],
  'visits.visit-completed.v1': ({ storeId, completedOn: occurredOn, clientId, paidMinor, lines }) => [
    { metric: 'gross', storeId, occurredOn, delta: paidMinor },
    { metric: 'sale-lines', storeId, occurredOn, delta: lines.length },
    { metric: 'visits', storeId, occurredOn, delta: 1, clientId },
  ],
  'visits.goods-returned.v1': ({ storeId, returnedOn: occurredOn, returnedMinor, lines }) => [
    { metric: 'returns', storeId, occurredOn, delta: returnedMinor },
    { metric: 'return-lines', storeId, occurredOn, delta: lines.length },
  ],
  'membership.points-earned.v1': ({ storeId, earnedOn: occurredOn, points }) => [
    { metric: 'points-issued', storeId, occurredOn, delta: points },
  ],
  'membership.points-reversed.v1': ({ storeId, reversedOn: occurredOn, points }) => [
    { metric: 'points-issued', storeId, occurredOn, delta: -points },
  ],
  'referrals.referral-rewarded.v1': ({ storeId, rewardedOn: occurredOn }) => [
    { metric: 'referrals-rewarded', storeId, occurredOn, delta: 1 },
  ],
  'referrals.referral-reversed.v1': ({ storeId, reversedOn: occurredOn }) => [
    { metric: 'referrals-rewarded', storeId, occurredOn, delta: -1 },
  ],
  'follow-ups.contact-made.v1': ({ storeId, madeOn: occurredOn }) => [
    { metric: 'follow-ups-done', storeId, occurredOn, delta: 1 },
  ],
  'follow-ups.task-missed.v1': ({ storeId, missedOn: occurredOn }) => [
    { metric: 'follow-ups-missed', storeId, occurredOn, delta: 1 },
  ],
  'follow-ups.task-miss-withdrawn.v1': ({ storeId, missedOn: occurredOn }) => [
    { metric: 'follow-ups-missed', storeId, occurredOn, delta: -1 },
  ],
  'complaints.complaint-opened.v1': ({ storeId, openedOn: occurredOn }) => [
    { metric: 'complaints-opened', storeId, occurredOn, delta: 1 },
  ],
  'complaints.complaint-breached.v1': ({ storeId, breachedOn: occurredOn }) => [
    { metric: 'complaints-breached', storeId, occurredOn, delta: 1 },
  ],
  'complaints.complaint-breach-withdrawn.v1': ({ storeId, breachedOn: occurredOn }) => [
    { metric: 'complaints-breached', storeId, occurredOn, delta: -1 },
  ],
};
