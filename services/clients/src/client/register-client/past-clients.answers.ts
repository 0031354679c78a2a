import { z } from 'zod';
import { fileFields } from '#contracts/clients/file-sections';
import { PHONE } from '#contracts/fields';
import { instant, outcome, text, uuid } from '#libs/http';
import { contactOf, tellsWho } from '../contact.js';

/** Clients of the past as they are told, and what became of each. */
export const pastClients = z.strictObject({
  clients: z
    .array(
      z
        .strictObject({
          clientId: uuid,
          storeId: text(64),
          name: z.string().max(100).nullish(),
          phone: z.string().max(40).regex(PHONE, 'must be a phone number').nullish(),
          memberNumber: z.string().max(64).nullish(),
          email: z.email().max(254).nullish(),
          registeredAt: instant.nullish(),
          file: fileFields.nullish(),
        })
        .refine((one) => tellsWho(contactOf(one)), 'one of name, phone and memberNumber must be given'),
    )
    .max(1_000),
  /** Nothing is kept: outcomes say what would become of each. */
  dryRun: z.boolean().nullish(),
});

export type PastClient = z.infer<typeof pastClients>['clients'][number];

export const pastClientOutcome = z.strictObject({
  clientId: z.uuid().describe('Hers, where she was there before'),
  existing: z.boolean().describe('Whether she was there before, by her id, phone or member number'),
  ...outcome,
});

export type PastClientOutcome = z.infer<typeof pastClientOutcome>;
