export { askStores, type AccessList, type AccessSource } from './access-list.js';
export { AccessGuard } from './access.guard.js';
export { Allowed, ALLOWED, Open } from './allowed.js';
export { ALGORITHM, AUDIENCE, ISSUER, TOKEN_SECONDS, TOKEN_TYPE, type Claims } from './claims.js';
export { asPrincipal, principal, type Principal } from './principal.js';
export {
  ACCOUNT_ROLES,
  ANYBODY,
  EVERY_STORE,
  HEADQUARTERS,
  MANAGERS,
  ROLES,
  STORE_STAFF,
  type Role,
} from './roles.js';
export { readServiceKeys, sharedSecrets, type ServiceKeys } from './service-keys.js';
export { ServiceTokens } from './service-tokens.js';
export { AccessUnknown, BadToken, Tokens } from './tokens.js';
