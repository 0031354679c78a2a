import type { DomainEvent, Recorded } from './domain-event.js';

/** What one fact does to the rows of a view: reads and sets rows in memory, by key. */
export type Fold<Event extends DomainEvent, Row> = (event: Recorded<Event>, rows: Rows<Row>) => void;

/** The rows a page of facts touches. `get` gives the row as the facts before have left it. */
export interface Rows<Row> {
  get(key: string): Row | undefined;
  set(key: string, row: Row): void;
  delete(key: string): void;
}

/**
 * A view: facts into rows of one table, disposable and rebuilt from the log at any time.
 * `on` has a case for every event type it is told of; `ignored` says that one changes nothing here.
 */
export interface Projection<Event extends DomainEvent, Row = Record<string, unknown>> {
  /** Name of the table that readers use. */
  readonly name: string;
  /** Categories of the streams it follows; every stream of the service when left out. */
  readonly of?: readonly string[];
  /** Columns as in SQL, by name; a row is an object of these. */
  readonly columns: Readonly<Record<keyof Row & string, string>>;
  /** The text column that identifies a row. */
  readonly key: keyof Row & string;
  /** The column with the store a row belongs to: who is not of that store never gets the row. */
  readonly store?: keyof Row & string;
  /** Further indexes: column lists as in SQL, or the whole from `using` on. */
  readonly indexes?: readonly string[];
  /** Keys of the rows that must be at hand before an event is folded; absent when the view only sets. */
  readonly reads?: (event: Recorded<Event>) => readonly string[];
  readonly on: { readonly [Type in Event['type']]: Fold<Extract<Event, { type: Type }>, Row> };
}

/** The case of an event that changes nothing in this view. */
export const ignored = (): void => undefined;
