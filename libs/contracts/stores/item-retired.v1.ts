import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day } from '../fields.js';

export const itemRetired = contract({
  type: 'stores.item-retired.v1',
  description: 'From a day on an item is not on the menu any more.',
  key: 'itemId',
  data: z.object({ itemId: z.string(), effectiveFrom: day }),
});
