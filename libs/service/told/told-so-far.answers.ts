import { z } from 'zod';

/** Positions of a service's log. */
export const toldSoFar = z.strictObject({
  recorded: z.int().nonnegative().describe('The last fact'),
  told: z.int().nonnegative().describe('Every fact up to here was told to whom it may concern'),
});

export type ToldSoFar = z.infer<typeof toldSoFar>;
