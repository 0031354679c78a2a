import { z } from 'zod';
import { LICENCES } from './product.events.js';

export const licence = z
  .strictObject({ kind: z.enum(LICENCES), number: z.string(), expiresOn: z.iso.date().nullable() })
  .nullable();
