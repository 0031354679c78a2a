import { z } from 'zod';
import { fileFields } from '#contracts/clients/file-sections';
import { LEAD_CLASSES, LOSS_REASONS } from './client.events.js';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** Who she is, and how to reach her. */
export const clientCard = z.strictObject({
  clientId: z.uuid(),
  storeId: z.string(),
  status: z.enum(['lead', 'client']),
  since: z.iso.datetime().describe('When she became what she is'),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  memberNumber: z.string().nullable(),
  email: z.string().nullable(),
  erased: z.boolean().describe('Whether what told who she is is gone'),
  version: z.int(),
});

/** Everything of her file that the role may see. */
export const clientPage = clientCard.extend({
  purposeNotice: z.string().nullable().describe('Version of the notice she was told'),
  reviewedAt: z.iso.datetime().nullable().describe('When somebody last went through her file'),
  leadClass: z.enum(LEAD_CLASSES).nullable().describe('How much effort is spent to win her, as a lead'),
  lost: z
    .strictObject({ leftOn: z.iso.date(), reason: z.enum(LOSS_REASONS) })
    .nullable()
    .describe('Of one who left'),
  file: fileFields,
  subHealth: z.boolean().nullable().describe('Three facial problems or more; null where nobody looked'),
  ageBand: z.strictObject({ from: z.int(), name: z.string(), expect: words }).nullable(),
  advice: z.array(z.strictObject({ about: z.string(), advice: words })),
  completeness: z.strictObject({ score: z.int(), missing: z.array(z.string()).readonly() }),
});

export type ClientCard = z.infer<typeof clientCard>;
export type ClientPage = z.infer<typeof clientPage>;
