/** Fewer than this are not told of where no person may be recognised: a figure about four is nearly one about each. */
export const SMALLEST_GROUP = 5;

/** Null where it is of too few to be told. */
export const unlessSmall = (clients: number): number | null => (clients < SMALLEST_GROUP ? null : clients);

/**
 * What may be told of groups that make up a whole, each person in one of them. Whoever knows the whole knows by subtraction how many
 * are in those that are not told: so the next smallest are not told either, until together they are not few.
 */
export const unlessSmallOf = (sizes: readonly number[]): (number | null)[] => {
  const untold = new Set<number>();
  let left = 0;
  for (const at of [...sizes.keys()].sort((one, other) => sizes[one]! - sizes[other]!)) {
    if (sizes[at]! >= SMALLEST_GROUP && (left === 0 || left >= SMALLEST_GROUP)) break;
    untold.add(at);
    left += sizes[at]!;
  }
  return sizes.map((size, at) => (untold.has(at) ? null : size));
};
