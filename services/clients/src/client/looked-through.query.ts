import type { Page } from '#libs/http';

interface Looking<One> {
  /** So many after an id, in the order of ids; fewer are the last. */
  readonly some: (after: string, limit: number) => Promise<readonly One[]>;
  readonly wanted: (one: One) => boolean;
  readonly cursor: string;
  readonly limit: number;
}

const AT_ONCE = 500;
const COUNTED_AT_ONCE = 2_000;
/** As many as one question looks at: what it is about cannot be asked of PostgreSQL, so each of them is worked out. */
const AT_MOST = 20_000;

/**
 * A page of those that are wanted. It ends early, with a cursor to go on from, where very many were looked at and few are
 * wanted; so only who gets no cursor has seen all.
 */
export const lookedThrough = async <One extends { readonly clientId: string }>(
  { some, wanted, cursor, limit }: Looking<One>,
  atMost = AT_MOST,
): Promise<Page<One>> => {
  const items: One[] = [];
  let after = cursor;
  for (let seen = 0; seen < atMost; seen += AT_ONCE) {
    const ones = await some(after, AT_ONCE);
    for (const one of ones) {
      after = one.clientId;
      if (wanted(one)) items.push(one);
      if (items.length === limit) return { items, nextCursor: after };
    }
    if (ones.length < AT_ONCE) return { items, nextCursor: null };
  }
  return { items, nextCursor: after };
};

/** Each, once. */
export async function* eachOf<One extends { readonly clientId: string }>(
  some: Looking<One>['some'],
): AsyncGenerator<readonly One[]> {
  let after = '';
  for (let full = true; full;) {
    const ones = await some(after, COUNTED_AT_ONCE);
    if (ones.length > 0) yield ones;
    after = ones.at(-1)?.clientId ?? after;
    full = ones.length === COUNTED_AT_ONCE;
  }
}
