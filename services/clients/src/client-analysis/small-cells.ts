/** Fewer than this are not told of where no person may be recognised: a figure about four is nearly one about each. */
export const SMALLEST_CELL = 5;

/** Null where it is of too few to be told. */
export const unlessSmall = (clients: number): number | null => (clients < SMALLEST_CELL ? null : clients);
