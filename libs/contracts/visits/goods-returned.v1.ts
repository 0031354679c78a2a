import { z } from 'zod';
import { contract } from '#libs/contracts';
import { day, id, instant, minor, storeId } from '../fields.js';

export const goodsReturned = contract({
  type: 'visits.goods-returned.v1',
  description: 'Goods were taken back: lines of a visit, or goods whose bill is not known.',
  key: 'clientId',
  data: z.object({
    returnId: id,
    /** Null when the bill is not known; such a return reverses no points. */
    visitId: id.nullable(),
    clientId: id.nullable(),
    storeId,
    lines: z.array(
      z.object({
        /** Line of the visit; null when the bill is not known. */
        lineId: z.string().nullable(),
        itemId: z.string(),
        quantity: z.int().positive(),
        returnedMinor: minor,
        /** What stays paid of this line after all returns so far; null when the bill is not known. */
        stillPaidMinor: minor.nullable(),
      }),
    ),
    returnedMinor: minor,
    /** What stays paid of the whole visit; 0 means that the visit is undone. Null when the bill is not known. */
    visitStillPaidMinor: minor.nullable(),
    returnedAt: instant,
    returnedOn: day,
  }),
});
