import type { DomainEvent, Projection, Recorded } from '#libs/event-sourcing';

/** Given facts, then the view has these rows. Facts get positions and versions in the order given. */
export const views = <Event extends DomainEvent, Row>(projection: Projection<Event, Row>) => ({
  given: (...events: readonly (Event & Partial<Recorded>)[]) => {
    const rows = new Map<string, Row>();
    const fold = (event: Recorded<Event>): void =>
      (projection.on[event.type as Event['type']] as (event: Recorded<Event>, access: unknown) => void)(
        event,
        readableOnly(rows, projection, event),
      );
    events.map(recorded).forEach((event) => fold(event as Recorded<Event>));
    return {
      thenRows: (...expected: readonly Partial<Row>[]): void => {
        expect([...rows.values()]).toEqual(expected.map((row) => expect.objectContaining(row) as Row));
      },
    };
  },
});

/** A row that the view did not say it reads is not at hand in the real one, so it is not here. */
const readableOnly = <Event extends DomainEvent, Row>(
  rows: Map<string, Row>,
  { reads }: Projection<Event, Row>,
  event: Recorded<Event>,
) => ({
  get: (key: string): Row | undefined => {
    if (!reads?.(event).includes(key)) throw new Error(`The view does not say that it reads ${key}.`);
    return rows.get(key);
  },
  set: (key: string, row: Row) => void rows.set(key, row),
  delete: (key: string) => void rows.delete(key),
});

const recorded = (event: DomainEvent & Partial<Recorded>, at: number): Recorded => ({
  id: `00000000-0000-7000-8000-${String(at + 1).padStart(12, '0')}`,
  stream: 'spec:1',
  version: at + 1,
  position: at + 1,
  recordedAt: event.occurredAt,
  actor: null,
  commandId: '00000000-0000-7000-8000-000000000000',
  correlationId: '00000000-0000-7000-8000-000000000000',
  causationId: null,
  ...event,
});
