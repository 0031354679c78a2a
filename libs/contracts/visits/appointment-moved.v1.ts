import { z } from 'zod';
import { contract } from '#libs/contracts';
import { instant } from '../fields.js';
import { agreed, whose } from './appointment-fields.js';

export const appointmentMoved = contract({
  type: 'visits.appointment-moved.v1',
  description: 'An appointment is at another time, or in other hands.',
  key: 'clientId',
  data: z.object({
    ...whose,
    ...agreed,
    movedAt: instant,
  }),
});
