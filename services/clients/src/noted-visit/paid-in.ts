interface Paid {
  readonly currency: string | null;
  readonly amountMinor: number;
}

/** In SQL, of `client_visit as visit`: a return does not say its currency, which is its store's and never changes. */
export const CURRENCY = `coalesce(visit.currency, (select paid.currency from client_visit as paid
    where paid."storeId" = visit."storeId" and paid.currency is not null limit 1))`;

/** The same history, with nothing paid where that is known to be in another currency: amounts of two make no sum. */
export const paidIn = <One extends Paid>(currency: string | null, history: readonly One[]): One[] =>
  history.map((one) =>
    currency === null || (one.currency ?? currency) === currency ? one : { ...one, amountMinor: 0 },
  );
