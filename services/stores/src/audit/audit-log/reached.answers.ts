import { z } from 'zod';
import { AUDITED } from './trails.query.js';

const reachedIn = z.partialRecord(z.enum(AUDITED), z.int().nonnegative());

/** Positions up to which each service's trail was given. */
export type Reached = z.infer<typeof reachedIn>;

export const asCursor = (reached: Reached): string =>
  Buffer.from(JSON.stringify(reached)).toString('base64url');

/** Undefined for one that was not made here. */
export const fromCursor = (cursor: string): Reached | undefined => {
  try {
    return reachedIn.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return undefined;
  }
};
