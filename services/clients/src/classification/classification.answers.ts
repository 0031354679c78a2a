import { z } from 'zod';
import { GRADES } from '../known-store/known-store.events.js';
import { FREQUENCIES } from './classify.js';

/** All four classes of a client. */
export const classification = z.strictObject({
  clientId: z.uuid(),
  on: z.iso.date(),
  policyVersion: z.string(),
  annualSpend: z.strictObject({
    class: z
      .string()
      .nullable()
      .describe('By a year’s spending; null for who is below every class, or whose store has no known grade'),
    fromMinor: z.int().nullable().describe('From which the class is reached'),
    spentMinor: z.int().describe('In the currency of her store'),
    storeGrade: z.enum(GRADES).nullable(),
  }),
  vip: z.strictObject({
    vip: z.boolean(),
    because: z.enum(['amount', 'visits']).nullable(),
    spentMinor: z.int().describe('All she ever paid in the currency of her store, less what was given back'),
    visits: z.int(),
  }),
  card: z.strictObject({ class: z.literal('no-card') }),
  frequency: z.strictObject({
    class: z.enum(FREQUENCIES),
    visits: z.int(),
    withinMonths: z.int(),
  }),
});

/** The same in a list. */
export const classedClient = classification.extend({ storeId: z.string() });
