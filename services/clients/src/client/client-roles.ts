import { STORE_STAFF, type Role } from '#libs/access';

/** Who may see a name: never who only needs figures. */
export const SEES_CLIENTS = [
  'hq-admin',
  'regional-manager',
  ...STORE_STAFF,
  'privacy-officer',
  'integration',
] as const satisfies readonly Role[];

/** Whoever is not among these is told of no small groups. */
export const seesClients = (role: Role): boolean => SEES_CLIENTS.some((one) => one === role);

/** Who keeps files. */
export const KEEPS_CLIENTS = [
  'hq-admin',
  'regional-manager',
  ...STORE_STAFF,
  'integration',
] as const satisfies readonly Role[];

/** Who keeps what concerns money and home: nothing that is needed in a treatment room. */
export const KEEPS_CIRCUMSTANCES = [
  'hq-admin',
  'regional-manager',
  'store-manager',
  'consultant',
  'front-desk',
  'integration',
] as const satisfies readonly Role[];
