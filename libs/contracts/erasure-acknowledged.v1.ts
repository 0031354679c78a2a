import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant } from './fields.js';

/** Services beside `clients` that keep facts of clients, by `clientId` alone. */
export const ACKNOWLEDGING = [
  'stores',
  'visits',
  'membership',
  'referrals',
  'follow-ups',
  'complaints',
  'reporting',
  'imports',
] as const;
export type Acknowledging = (typeof ACKNOWLEDGING)[number];

/** Each service has its own, for each tells in a topic of its own. */
export const erasureAcknowledged = (service: Acknowledging) =>
  contract({
    type: `${service}.erasure-acknowledged.v1`,
    description: `That a client was erased has reached ${service}, which keeps nothing that tells who she was.`,
    key: 'clientId',
    data: z.object({ clientId: id, acknowledgedAt: instant }),
  });
