import { z } from 'zod';
import { contract } from '#libs/contracts';
import { instant } from '../fields.js';
import { whose } from './appointment-fields.js';

export const appointmentKept = contract({
  type: 'visits.appointment-kept.v1',
  description: 'A client came to her appointment.',
  key: 'clientId',
  data: z.object({
    ...whose,
    arrivedAt: instant,
  }),
});
