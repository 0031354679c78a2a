/** What a reward has earned and not lost, in points, or that its reversal came before it. */
export type Reward = number | 'reversed-first';

/** By the key of referral and visit. */
export type Rewards = ReadonlyMap<string, Reward>;

interface RewardOf {
  /** The referral. */
  readonly sourceId: string;
  readonly visitId?: string;
  /** How often it had been given for that visit before; left out at first. */
  readonly again?: number;
}

/**
 * What is known of a referral's reward for a visit. A fact from before facts named the visit stands for whichever visit
 * is asked of, until it is settled: a referral has one reward at a time.
 */
export const rewardFor = (
  rewards: Rewards,
  of: Required<Omit<RewardOf, 'again'>> & RewardOf,
): Reward | undefined => rewards.get(keyOf(of)) ?? rewards.get(of.sourceId);

export const withReward = (before: Rewards, of: RewardOf, reward: Reward): Rewards => {
  const rewards = new Map(before);
  rewards.delete(of.sourceId);
  const settledWithoutName = of.visitId === undefined && reward === 0;
  return settledWithoutName ? rewards : rewards.set(keyOf(of), reward);
};

const keyOf = ({ sourceId, visitId, again }: RewardOf): string =>
  [sourceId, visitId, again].filter((part) => part !== undefined).join(' ');
