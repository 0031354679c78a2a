export { Allowed, ALLOWED, Open } from './allowed.js';
export { ANYBODY, EVERY_STORE, HEADQUARTERS, MANAGERS, ROLES, STORE_STAFF, type Role } from './roles.js';
