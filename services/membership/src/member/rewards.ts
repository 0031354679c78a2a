/** What a reward has earned and not lost, in points, or that its reversal came before it. */
export type Reward = number | 'reversed-first';

/** By the key of referral and visit. */
export type Rewards = ReadonlyMap<string, Reward>;

interface RewardOf {
  /** The referral. */
  readonly sourceId: string;
  readonly visitId?: string;
}

/**
 * What is known of a referral's reward for a visit. A fact from before facts named the visit stands for whichever visit
 * is asked of, until it is settled: a referral has one reward at a time.
 */
export const rewardFor = (rewards: Rewards, referralId: string, visitId: string): Reward | undefined =>
  rewards.get(keyOf({ sourceId: referralId, visitId })) ?? rewards.get(referralId);

export const withReward = (before: Rewards, of: RewardOf, reward: Reward): Rewards => {
  const rewards = new Map(before);
  rewards.delete(of.sourceId);
  const settledWithoutName = of.visitId === undefined && reward === 0;
  return settledWithoutName ? rewards : rewards.set(keyOf(of), reward);
};

const keyOf = ({ sourceId, visitId }: RewardOf): string =>
  visitId === undefined ? sourceId : `${sourceId} ${visitId}`;
