import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type {
  EarningSkipped,
  MemberEvent,
  PointsEarned,
  PointsReversed,
  ReversalSkipped,
} from './member.events.js';
import { withReward, type Rewards } from './rewards.js';

/** What a visit has earned and not lost. Hundreds of these are kept per member, so it is no more than decisions need. */
export interface VisitPoints {
  readonly policyVersion: string;
  /** By line id; only lines that have points. */
  readonly points: ReadonlyMap<string, number>;
}

export interface Member {
  readonly enrolled: boolean;
  /** Where she became a member. */
  readonly storeId: string | null;
  readonly balance: number;
  /** Every visit heard of. */
  readonly visits: ReadonlyMap<string, VisitPoints>;
  /** Every return heard of. */
  readonly returns: ReadonlySet<string>;
  /** Every reward of a referral heard of. */
  readonly rewards: Rewards;
}

const NO_POINTS: ReadonlyMap<string, number> = new Map();

export const member: Aggregate<Member, MemberEvent> = {
  category: 'member',
  initial: {
    enrolled: false,
    storeId: null,
    balance: 0,
    visits: new Map(),
    returns: new Set(),
    rewards: new Map(),
  },
  storeOf: ({ storeId }) => storeId,
  evolve: (before, event) => {
    switch (event.type) {
      case 'MemberEnrolled':
        return { ...before, enrolled: true, storeId: event.data.storeId };
      case 'PointsEarned':
        return afterEarning(before, event);
      case 'EarningSkipped':
        return afterSkippedEarning(before, event);
      case 'PointsReversed':
        return afterReversal(before, event);
      case 'ReversalSkipped':
        return afterSkippedReversal(before, event);
    }
  },
};

const afterEarning = (before: Member, { data, policyVersion }: PointsEarned): Member => {
  const { sourceId, points, balance } = data;
  if (data.reason === 'referral')
    return { ...before, balance, rewards: withReward(before.rewards, data, points) };
  const earning = data.lines.filter((line) => line.points > 0);
  const visit = {
    policyVersion: policyVersion!,
    points: new Map(earning.map(({ lineId, points }) => [lineId, points])),
  };
  return { ...before, balance, visits: put(before.visits, sourceId, visit) };
};

const afterSkippedEarning = (before: Member, { data, policyVersion }: EarningSkipped): Member => {
  if (data.reason === 'reversed-already') return { ...before, rewards: withReward(before.rewards, data, 0) };
  const visit = { policyVersion: policyVersion!, points: NO_POINTS };
  return { ...before, visits: put(before.visits, data.sourceId, visit) };
};

const afterReversal = (before: Member, { data }: PointsReversed): Member => {
  const { sourceId, balance } = data;
  if (data.reason === 'referral') return { ...before, balance, rewards: withReward(before.rewards, data, 0) };
  const visit = before.visits.get(sourceId)!;
  const points = new Map(visit.points);
  for (const line of data.lines) {
    const left = (points.get(line.lineId) ?? 0) - line.points;
    if (left > 0) points.set(line.lineId, left);
    else points.delete(line.lineId);
  }
  const visits = put(before.visits, sourceId, { ...visit, points });
  return { ...before, balance, visits, returns: new Set(before.returns).add(data.returnId) };
};

const afterSkippedReversal = (before: Member, { data }: ReversalSkipped): Member =>
  data.reason === 'not-rewarded-yet'
    ? { ...before, rewards: withReward(before.rewards, data, 'reversed-first') }
    : { ...before, returns: new Set(before.returns).add(data.returnId) };

const put = <Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> =>
  new Map(map).set(key, value);

export const notAMember = (clientId: string): Rejection =>
  new Rejection('not-a-member', 'This client is not a member.', { clientId }, 'not-found');
