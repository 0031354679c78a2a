/** What happens when more points must be taken back than a member has left. */
export interface DebtPolicy {
  readonly version: string;
  readonly shortfall: 'balance-goes-negative';
}

/** A negative balance is allowed, without a floor: what she earns next pays it off. */
export const negativeAllowed: DebtPolicy = { version: 'debt@1', shortfall: 'balance-goes-negative' };

/** The policy that let a balance fall below zero; null when it did not. */
export const debtPolicyFor = (balance: number, policy: DebtPolicy): string | null =>
  balance < 0 ? policy.version : null;
