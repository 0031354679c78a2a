import { principal, type Role } from '#libs/access';
import type { KnownClient } from './client.js';
import { restricted } from './known-client.js';

/** Who answers for what is kept; all others do not see what is not to be used. */
const SEE_RESTRICTED: readonly (Role | undefined)[] = ['hq-admin', 'privacy-officer', 'auditor', 'service'];

/** Whether what is known of her is kept from whoever asks. Within Liren nobody asks, and everything is seen. */
export const isHidden = ({ restrictedAt }: Pick<KnownClient, 'restrictedAt'>): boolean =>
  restrictedAt !== null && principal() !== undefined && !SEE_RESTRICTED.includes(principal()?.role);

/** Refuses with `restricted`. */
export const checkNotHidden = (clientId: string, known: KnownClient): KnownClient => {
  if (isHidden(known)) throw restricted(clientId);
  return known;
};
