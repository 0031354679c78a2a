import { z } from 'zod';
import { fileFields } from '#contracts/clients/file-sections';
import { heldFact } from '#libs/service';
import { shownPicture } from '../../care-picture/care-picture.answers.js';
import { clientCard } from '../../client/client-page.answers.js';
import { consentList } from '../../consent/consent.answers.js';
import { healthNote } from '../../health/health.answers.js';
import { disclosure } from '../../reading/reading.answers.js';

/** A file that is hers; she has several when she was registered more than once and they were merged. */
const copiedFile = clientCard.extend({
  purposeNotice: z.string().nullable().describe('Version of the notice she was told'),
  file: fileFields,
  healthNotes: z.array(healthNote),
  carePictures: z.array(shownPicture).describe('Each with where its copy is'),
  consents: consentList,
  disclosures: z
    .array(disclosure)
    .describe('To which third parties, and who works for the salon, it was given'),
});

/** Everything that is held about her: as it is, and all that led there. */
export const personalDataCopy = z.strictObject({
  clientId: z.uuid(),
  madeAt: z.iso.datetime(),
  files: z.array(copiedFile),
  history: z.strictObject({
    clients: z.array(heldFact),
    visits: z.array(heldFact),
    membership: z.array(heldFact),
    referrals: z.array(heldFact),
    'follow-ups': z.array(heldFact),
    complaints: z.array(heldFact),
  }),
});

export type PersonalDataCopy = z.infer<typeof personalDataCopy>;
export type CopiedFile = PersonalDataCopy['files'][number];
