import { z } from 'zod';
import { contract } from '#libs/contracts';
import { instant } from '../fields.js';
import { whose } from './appointment-fields.js';

export const appointmentMissed = contract({
  type: 'visits.appointment-missed.v1',
  description: 'A client did not come to her appointment.',
  key: 'clientId',
  data: z.object({
    ...whose,
    missedAt: instant,
  }),
});
