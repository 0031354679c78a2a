import { Optional, Text, WholeNumber } from './fields.js';

/** A page of a list; `nextCursor` is null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Later than every instant, in a database that sorts as people do as well: a sign such as `~` would come before digits there. */
export const AFTER_EVERYTHING = '9999';

/** Asks for a page: `limit` items after `cursor`, which an earlier page gave. */
export class PageQuery {
  @Optional()
  @Text({ max: 500 })
  cursor?: string;

  @Optional()
  @WholeNumber({ min: 1, max: 500 })
  limit?: number;
}

/**
 * Makes a page of rows that were read with `limit + 1`; the cursor is the last item's place in the list's order.
 */
export const page = <Item>(
  rows: readonly Item[],
  limit: number,
  placeOf: (item: Item) => string,
): Page<Item> => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? placeOf(last) : null };
};
