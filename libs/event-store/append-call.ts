import type pg from 'pg';
import type { DomainEvent } from '#libs/event-sourcing';
import type { AppendRequest, AppendResult, Expected } from './append-request.js';
import type { CommandContext } from './command-context.js';
import { ClaimTaken, CommandIdReused, WrongVersion } from './errors.js';
import { uuidv7 } from './uuid.js';

export interface KnownEvent {
  stream: string;
  version: number;
  position: number;
  hash: string | null;
}

type Fault =
  | { append: number; kind: 'known'; events: KnownEvent[] }
  | { append: number; kind: 'conflict'; stream: string; expected: number; actual: number }
  | { append: number; kind: 'claimed'; key: string; holder: string };

interface AppendedRow {
  /** Position before the first fact; null when the short way does not serve. */
  base: number | null;
  recorded_at: string;
  versions: number[];
  faults: Fault[] | null;
}

/** What became of one request of a batch: its answer, its refusal, or `again` when a neighbour held the batch up. */
export type Outcome = AppendResult | Error | 'again';

const placeholders = (...types: string[]): string =>
  types.map((type, at) => `$${at + 1}::${type}`).join(', ');

const APPEND = `select * from append(${placeholders(
  ...['timestamptz', 'uuid[]', 'int[]', 'text[]', 'int[]'],
  ...[
    'int[]',
    'int[]',
    'text[]',
    'uuid[]',
    'text[]',
    'text[]',
    'timestamptz[]',
    'text[]',
    'text[]',
    'text[]',
  ],
  ...['uuid[]', 'uuid[]', 'uuid[]', 'text[]'],
  ...['int[]', 'bool[]', 'text[]', 'timestamptz[]', 'timestamptz[]', 'text[]'],
)})`;
const APPEND_ONE = `select * from append_one(${placeholders(
  ...['timestamptz', 'text', 'int', 'uuid', 'text', 'json', 'timestamptz', 'text', 'text', 'text'],
  ...['uuid', 'uuid', 'uuid', 'text'],
)})`;

/** Appends a batch in one call. Its requests must not touch the same streams, commands or claims. */
export const callAppend = async (
  connection: pg.Pool | pg.PoolClient,
  batch: readonly AppendRequest[],
  now: Date,
): Promise<Outcome[]> => {
  if (isOneFact(batch)) {
    const short = await call(connection, 'append-one', APPEND_ONE, parametersOfOne(batch[0]!, now));
    if (short.base !== null) return allAppended(batch, short);
  }
  const answer = await call(connection, 'append', APPEND, parametersOf(batch, now));
  return answer.faults === null ? allAppended(batch, answer) : faultsByRequest(batch, answer.faults);
};

const call = async (
  connection: pg.Pool | pg.PoolClient,
  name: string,
  text: string,
  values: unknown[],
): Promise<AppendedRow> => (await connection.query<AppendedRow>({ name, text, values })).rows[0]!;

const isOneFact = (batch: readonly AppendRequest[]): boolean => {
  const streams = batch[0]!.streams;
  const [part] = streams;
  return batch.length === 1 && streams.length === 1 && part!.events.length === 1 && !part!.claims?.length;
};

const parametersOfOne = ({ context, streams }: AppendRequest, now: Date): unknown[] => {
  const { stream, expected, events } = streams[0]!;
  return [now.toISOString(), stream, expectedVersion(expected), ...factOf(context, events[0]!)];
};

/** A fact's columns, in the order both functions take them. */
const factOf = (context: CommandContext, event: DomainEvent): unknown[] => [
  uuidv7(),
  event.type,
  JSON.stringify(event.data),
  event.occurredAt,
  event.storeId ?? null,
  event.policyVersion ?? null,
  context.actor ?? null,
  context.commandId,
  context.correlationId ?? context.commandId,
  context.causationId ?? null,
  context.requestHash ?? null,
];

const parametersOf = (batch: readonly AppendRequest[], now: Date): unknown[] => {
  const commands: string[] = [];
  const slots: unknown[][] = [[], [], []];
  const events: unknown[][] = Array.from({ length: 14 }, () => []);
  const claims: unknown[][] = Array.from({ length: 6 }, () => []);
  let slot = 0;
  batch.forEach(({ context, streams }, append) => {
    commands.push(context.commandId);
    for (const part of streams) {
      slot += 1;
      push(slots, [append, part.stream, expectedVersion(part.expected)]);
      part.events.forEach((event, ordinal) => {
        push(events, [slot, ordinal + 1, part.stream, ...factOf(context, event)]);
      });
      for (const { action, key, range } of part.claims ?? []) {
        push(claims, [append, action === 'take', key, range?.from ?? null, range?.to ?? null, part.stream]);
      }
    }
  });
  return [now.toISOString(), commands, ...slots, ...events, ...claims];
};

const push = (columns: unknown[][], row: readonly unknown[]): void => {
  for (let at = 0; at < row.length; at += 1) columns[at]!.push(row[at]);
};

const expectedVersion = (expected: Expected): number =>
  expected === 'any' ? -1 : expected === 'exists' ? -2 : expected === 'noStream' ? 0 : expected;

const allAppended = (batch: readonly AppendRequest[], answer: AppendedRow): AppendResult[] => {
  let position = answer.base!;
  let slot = 0;
  return batch.map(({ streams }) => {
    const appended = streams.map(({ stream, events }) => {
      position += events.length;
      return { stream, version: answer.versions[slot++]! + events.length };
    });
    return { position, recordedAt: answer.recorded_at, streams: appended, repeated: false };
  });
};

const faultsByRequest = (batch: readonly AppendRequest[], faults: readonly Fault[]): Outcome[] => {
  const outcomes: Outcome[] = batch.map(() => 'again');
  // A command that is known answers as it did, whatever has changed since.
  const knownFirst = [...faults].sort((a, b) => Number(b.kind === 'known') - Number(a.kind === 'known'));
  for (const fault of knownFirst) {
    if (outcomes[fault.append] === 'again') outcomes[fault.append] = outcomeOf(fault, batch[fault.append]!);
  }
  return outcomes;
};

const outcomeOf = (fault: Fault, request: AppendRequest): Outcome => {
  switch (fault.kind) {
    case 'known':
      return firstAnswer(request.context, fault.events);
    case 'conflict':
      return new WrongVersion(fault.stream, expectedInWords(fault.expected), fault.actual);
    case 'claimed':
      return new ClaimTaken(fault.key, fault.holder);
  }
};

/** The first answer again; or a refusal, when the command id now stands for something else. */
export const firstAnswer = (
  context: CommandContext,
  events: readonly KnownEvent[],
): AppendResult | CommandIdReused => {
  const hash = context.requestHash ?? null;
  if (events.some((event) => event.hash !== hash)) return new CommandIdReused(context.commandId);
  const versions = new Map(events.map(({ stream, version }) => [stream, version]));
  return {
    position: events.at(-1)!.position,
    recordedAt: null,
    streams: [...versions].map(([stream, version]) => ({ stream, version })),
    repeated: true,
  };
};

const expectedInWords = (expected: number): string =>
  expected === -2 ? 'existing' : expected === 0 ? 'a new stream' : `version ${expected}`;
