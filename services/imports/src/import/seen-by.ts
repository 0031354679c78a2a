import type { ImportStarted } from './import.events.js';

/** An import is of the stores that whoever started it may see; who sees all of these sees it. No stores are every store. */
export const isSeenBy = (
  stores: readonly string[] | undefined,
  { startedBy }: Pick<ImportStarted['data'], 'startedBy'>,
): boolean => {
  if (stores === undefined) return true;
  const of = startedBy?.stores ?? 'every';
  return of !== 'every' && of.every((storeId) => stores.includes(storeId));
};
