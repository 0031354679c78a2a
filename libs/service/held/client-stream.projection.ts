import type { DomainEvent, Fold, Projection, Recorded } from '#libs/event-sourcing';

export interface ClientStreamRow {
  /** The client and the stream: one stream can tell of several clients. */
  id: string;
  clientId: string;
  stream: string;
}

/** Clients whom each fact of a service tells of: of all that it records, so that none is forgotten. */
export type About<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (
    fact: Recorded<Extract<Event, { type: Type }>>,
  ) => readonly (string | null)[];
};

export const CLIENT_STREAM = 'client_stream';

/** Which streams of a service tell of a client: what must be looked through when she asks what is held about her. */
export const clientStreams = <Event extends DomainEvent>(
  about: About<Event>,
): Projection<Event, ClientStreamRow> => {
  const fold: Fold<Event, ClientStreamRow> = (fact, rows) => {
    for (const clientId of clientsIn(about, fact)) {
      if (clientId === null) continue;
      const id = `${clientId} ${fact.stream}`;
      rows.set(id, { id, clientId, stream: fact.stream });
    }
  };
  return {
    name: CLIENT_STREAM,
    columns: { id: 'text', clientId: 'text not null', stream: 'text not null' },
    key: 'id',
    indexes: ['"clientId"'],
    on: Object.fromEntries(Object.keys(about).map((type) => [type, fold])) as unknown as Projection<
      Event,
      ClientStreamRow
    >['on'],
  };
};

const clientsIn = <Event extends DomainEvent>(
  about: About<Event>,
  fact: Recorded<Event>,
): readonly (string | null)[] => about[fact.type as Event['type']](fact as never);

/** Of a stream that is named by her id. */
export const whoseStream = ({ stream }: { readonly stream: string }): readonly string[] => [
  stream.slice(stream.indexOf(':') + 1),
];

/** A fact that names no client; those of its stream that do are found by them. */
export const nobody = (): readonly string[] => [];
