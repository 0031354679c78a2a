import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, storeId } from '../fields.js';

export const clientRegistered = contract({
  type: 'clients.client-registered.v1',
  description: 'Somebody became a client of the chain; who she is stays in clients.',
  key: 'clientId',
  data: z.object({ clientId: id, storeId, registeredAt: instant, registeredOn: day.nullable() }),
});
