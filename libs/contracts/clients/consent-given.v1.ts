import { z } from 'zod';
import { contract } from '#libs/contracts';
import { id, instant, storeId } from '../fields.js';

export const consentGiven = contract({
  type: 'clients.consent-given.v1',
  description: 'A client consented to a purpose, in the words of a version of its text.',
  key: 'clientId',
  data: z.object({ clientId: id, storeId, purpose: z.string(), textVersion: z.string(), givenAt: instant }),
});
