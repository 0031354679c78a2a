/** Why a row is not taken. The reason never quotes a cell: it may hold what is personal. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
}

/** A bill line that was sold, or goods that came back. */
export interface Taken {
  readonly kind: 'sale' | 'return';
  readonly row: number;
  readonly visitKey: string;
  readonly storeKey: string;
  /** Null for a walk-in. */
  readonly clientKey: string | null;
  readonly item: string;
  readonly description: string;
  /** Whole and positive, also of a return. */
  readonly quantity: number;
  /** Of the whole line, in minor units of the mapping's currency; never negative, also of a return. */
  readonly amountMinor: number;
  /** `yyyy-mm-ddThh:mm:ss` as a clock in the store showed it. */
  readonly occurredAtLocal: string;
}

/** A row that is neither sale nor return, or cannot be read. */
export interface Refused extends Refusal {
  readonly kind: 'refused';
  readonly row: number;
}

export type Interpreted = Taken | Refused;

export const refused = (row: number, { code, reason }: Refusal): Refused => ({
  kind: 'refused',
  row,
  code,
  reason,
});
