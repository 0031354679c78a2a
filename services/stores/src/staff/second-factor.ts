/** What an account's second factor is known by; its secret is beside the log. */
export interface SecondFactor {
  readonly factorId: string;
  /** The step of time whose code was taken last: it is not taken again, nor any before it. */
  readonly lastStep: number;
  /** Hashes of recovery codes that are left. */
  readonly recoveryHashes: readonly string[];
}

/** What was sent to prove a second factor: a code of this step, or of none; or else a recovery code. */
export type SecondProof =
  { readonly factorId: string; readonly step: number | null } | { readonly recoveryHash: string };

/** Each code is good once, and none of another factor. */
export const isProven = (proof: SecondProof, factor: SecondFactor): boolean => {
  if ('recoveryHash' in proof) return factor.recoveryHashes.includes(proof.recoveryHash);
  return proof.factorId === factor.factorId && proof.step !== null && proof.step > factor.lastStep;
};

/** What somebody has shown to sign in. `strong-provider` is the chain's provider, when it says that it asked for two factors. */
export type SignInWay = 'password' | 'provider' | 'strong-provider' | 'code' | 'recovery-code';
/** Those that come first. */
export type FirstWay = Exclude<SignInWay, 'code' | 'recovery-code'>;

const OF_TWO_FACTORS: readonly SignInWay[] = ['strong-provider', 'code', 'recovery-code'];

export const areTwoFactors = (ways: readonly SignInWay[]): boolean =>
  ways.some((way) => OF_TWO_FACTORS.includes(way));
