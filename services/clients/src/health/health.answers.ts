import { z } from 'zod';
import { HEALTH_KINDS } from './health.events.js';

export const healthNote = z.strictObject({
  noteId: z.uuid(),
  takenAt: z.iso.datetime(),
  kind: z.enum(HEALTH_KINDS),
  text: z.string(),
  contraindications: z.array(z.string()).readonly(),
  date: z.iso.date().nullable(),
});
