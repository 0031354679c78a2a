import { z } from 'zod';
import { DOUBTS } from './retention-run.events.js';

export const refusal = z.strictObject({
  night: z.iso.date(),
  why: z.enum(DOUBTS),
  service: z.string().nullable().describe('Whose facts are missing'),
});
