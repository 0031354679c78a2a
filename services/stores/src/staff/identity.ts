/** What an account keeps of the chain's provider. */
export interface ProviderTies {
  /** Who she is there, by blind index; null before she came from there. */
  readonly identity: string | null;
  /** Nonces of id tokens that were taken of late: none is good again. */
  readonly nonces: readonly { readonly nonce: string; readonly at: string }[];
}

/** Who came from the provider, and by which token. */
export interface Provided {
  readonly identity: string;
  readonly nonce: string;
}

/** What whoever comes as this person of the provider holds. */
export const identityClaim = (identity: string): string => `identity:${identity}`;

/** Far longer than an id token is taken. */
const REMEMBERED_MS = 3_600_000;

/** An address may move to another person of the provider; her account does not. */
export const isHers = ({ identity, nonce }: Provided, ties: ProviderTies): boolean =>
  (ties.identity === null || ties.identity === identity) && !ties.nonces.some((used) => used.nonce === nonce);

export const withNonce = (
  nonces: ProviderTies['nonces'],
  nonce: string | undefined,
  at: string,
): ProviderTies['nonces'] => {
  if (nonce === undefined) return nonces;
  const late = nonces.filter((used) => Date.parse(at) - Date.parse(used.at) < REMEMBERED_MS);
  return [...late, { nonce, at }];
};
