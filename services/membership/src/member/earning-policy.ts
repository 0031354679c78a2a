/** How points are earned. A version that has earned points never changes: a new rule is a new version. */
export interface EarningPolicy {
  readonly version: string;
  readonly ruleId: string;
  /** What must be paid for a point, in minor units of the bill's currency. */
  readonly minorPerPoint: number;
}

/** One point for each whole 100 minor units paid, line by line; part of a point is rounded down. */
export const onePerHundred: EarningPolicy = {
  version: 'earning@1',
  ruleId: 'amount',
  minorPerPoint: 100,
};

/** Every version that may have earned points. */
export const earningPolicies: readonly EarningPolicy[] = [onePerHundred];

/** The points of one line, for what is paid for it in minor units. */
export const pointsFor = ({ minorPerPoint }: EarningPolicy, paidMinor: number): number =>
  Math.floor(paidMinor / minorPerPoint);

/** The policy that a fact was decided by. */
export const policyOf = (policies: readonly EarningPolicy[], version: string): EarningPolicy => {
  const policy = policies.find((one) => one.version === version);
  if (policy === undefined) throw new Error(`Points were earned by ${version}, which is not known here.`);
  return policy;
};
