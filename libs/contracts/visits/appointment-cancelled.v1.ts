import { z } from 'zod';
import { contract } from '#libs/contracts';
import { instant } from '../fields.js';
import { whose } from './appointment-fields.js';

export const appointmentCancelled = contract({
  type: 'visits.appointment-cancelled.v1',
  description: 'An appointment was called off.',
  key: 'clientId',
  data: z.object({
    ...whose,
    by: z.enum(['client', 'store']),
    cancelledAt: instant,
  }),
});
