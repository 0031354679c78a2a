import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, storeId } from '../fields.js';

export const appointmentBooked = contract({
  type: 'visits.appointment-booked.v1',
  description: 'A time was agreed on with a client, and who serves her.',
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
    bookedAt: instant,
  }),
});
