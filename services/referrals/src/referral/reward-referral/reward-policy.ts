/** What an introduction earns: points, for service, never money; to the two it concerns and nobody above them. */
export interface RewardPolicy {
  readonly version: string;
  readonly introducerPoints: number;
  readonly introducedPoints: number;
}

/**
 * A hundred points each, for the first visit that the introduced client pays for after referrals heard of the
 * introduction: by the order things are told in, for clocks of tills go wrong. When nothing stays paid of that visit, both
 * lose them, and the next visit that is told after the return earns them again; visits that were told between do not,
 * for they earned nothing when they came, and a visit that was undone never does.
 */
export const referralReward: RewardPolicy = {
  version: 'referral-reward@1',
  introducerPoints: 100,
  introducedPoints: 100,
};
