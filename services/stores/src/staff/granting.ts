import { EVERY_STORE, type Principal, type Role } from '#libs/access';
import { Rejection } from '#libs/event-sourcing';

/** Who decides about an account. */
export type Grantor = Pick<Principal, 'role' | 'stores'>;

const OF_A_STORE: readonly Role[] = ['consultant', 'therapist', 'front-desk'];

/** Roles that each role may give and take: always less than its own. */
const MAY_GRANT: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'regional-manager': ['store-manager', ...OF_A_STORE],
  'store-manager': OF_A_STORE,
};

/** These see the stores of their account, or every store when it names none. */
const STORES_OR_EVERY: readonly Role[] = ['finance', 'integration'];

/** What an account with this role and these stores sees. */
export const storesOf = (role: Role, storeIds: readonly string[]): Principal['stores'] =>
  EVERY_STORE.includes(role) || (STORES_OR_EVERY.includes(role) && storeIds.length === 0)
    ? 'every'
    : storeIds;

/** Refuses a role or a store that is not the grantor's to give, and an account of a store without a store. */
export const checkGrant = ({ role: own, stores }: Grantor, role: Role, storeIds: readonly string[]): void => {
  if (own !== 'hq-admin' && own !== 'service' && MAY_GRANT[own]?.includes(role) !== true) {
    throw new Rejection('role-not-yours-to-give', 'Your role may not give or change this role.', { role });
  }
  const foreign = stores === 'every' ? [] : storeIds.filter((storeId) => !stores.includes(storeId));
  if (foreign.length > 0) {
    throw new Rejection('store-not-yours', 'You may give access to your own stores only.', {
      storeIds: foreign,
    });
  }
  if (storesOf(role, storeIds) !== 'every' && storeIds.length === 0) {
    throw new Rejection('store-missing', 'This role works in stores: name at least one.', { role });
  }
};
