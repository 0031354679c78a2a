export const ORDERS = ['newest', 'oldest'] as const;
export type Order = (typeof ORDERS)[number];

export interface Asked {
  readonly order: Order;
  /** Version of the last fact of the page before; undefined for the first page. */
  readonly cursor: number | undefined;
  /** Facts per page. */
  readonly limit: number;
}

/** The facts of a page: `count` of them after version `after`. */
export interface Span {
  readonly after: number;
  readonly count: number;
  /** What to ask the next page with; null on the last. */
  readonly nextCursor: string | null;
}

/** Which facts of a stream at `version` a page shows. Pages go by version, so facts that come meanwhile shift nothing. */
export const spanOf = ({ order, cursor, limit }: Asked, version: number): Span => {
  if (order === 'oldest') {
    const after = Math.min(cursor ?? 0, version);
    const last = Math.min(after + limit, version);
    return { after, count: last - after, nextCursor: last < version ? String(last) : null };
  }
  const last = Math.min((cursor ?? version + 1) - 1, version);
  const after = Math.max(last - limit, 0);
  return { after, count: Math.max(last - after, 0), nextCursor: after > 0 ? String(after + 1) : null };
};
