import { z } from 'zod';
import { contract } from '#libs/contracts';
import { instant } from '../fields.js';
import { agreed, whose } from './appointment-fields.js';

export const appointmentBooked = contract({
  type: 'visits.appointment-booked.v1',
  description: 'A time was agreed on with a client, and who serves her.',
  key: 'clientId',
  data: z.object({
    ...whose,
    ...agreed,
    bookedAt: instant,
  }),
});
