import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, storeId } from '../fields.js';

export const appointmentMoved = contract({
  type: 'visits.appointment-moved.v1',
  description: 'An appointment is at another time, or in other hands.',
  key: 'clientId',
  data: z.object({
    appointmentId: id,
    clientId: id,
    storeId,
    /** Who is to serve her. */
    staffId: z.string(),
    startsAt: instant,
    endsAt: instant,
    startsOn: day,
    itemIds: z.array(z.string()),
    movedAt: instant,
  }),
});
