import { EventEmitter } from 'node:events';
import type pg from 'pg';
import { Rejection, type Aggregate, type Clock, type DomainEvent, type Recorded } from '#libs/event-sourcing';
import { callAppend, firstAnswer, type KnownEvent } from './append-call.js';
import type { AppendRequest, AppendResult, StreamAppend } from './append-request.js';
import { commandContext, type CommandContext } from './command-context.js';
import { VersionLost, WrongVersion } from './errors.js';
import { EVENT_COLUMNS, toRecorded, type EventRow } from './event-row.js';
import { GroupCommit } from './group-commit.js';
import { StateCache, type FoldedState } from './state-cache.js';

/** What a command did to a stream. */
export interface Committed {
  /** Position of the last fact of the stream; give it to a query as `minPosition` to read your own write. */
  readonly position: number;
  /** Version of the stream; 0 when it does not exist. */
  readonly version: number;
  /** Whether this call appended facts; false when there was nothing to do or the command was known. */
  readonly appended: boolean;
}

export interface EventStoreOptions {
  /** How many folded states are kept in memory. */
  readonly cachedStates?: number;
}

export interface TransactOptions {
  /** The stream is most likely new: decide on the initial state without reading, and read only if that proves wrong. */
  readonly expectNew?: boolean;
}

const MOST_TRIES = 50;
const PAGE = 1_000;

type DecideOn<State, Event> = (state: State) => readonly Event[];

/** One service's log of facts. Every promise it resolves is durable. */
export class EventStore {
  /** Emits `appended` with the new head position after each append made here. */
  readonly signals = new EventEmitter();
  private readonly commits: GroupCommit;
  private readonly cache: StateCache;

  constructor(
    readonly pool: pg.Pool,
    readonly clock: Clock,
    options: EventStoreOptions = {},
  ) {
    this.commits = new GroupCommit((batch) => callAppend(pool, batch, clock.now()));
    this.cache = new StateCache(options.cachedStates ?? 5_000);
    this.signals.setMaxListeners(0);
  }

  /**
   * Runs a decision on a stream's state and appends what it decides; decides again when somebody was faster.
   * A decision sees a state that was true at one moment, also when it refuses or decides nothing.
   */
  async transact<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    decide: DecideOn<State, Event>,
    { expectNew = false }: TransactOptions = {},
  ): Promise<Committed> {
    const context = commandContext();
    const stream = streamOf(aggregate, id);
    let known = expectNew ? assumedNew(aggregate, this.cache.get<State>(stream)) : undefined;
    for (let tries = 1; ; tries += 1) {
      const folded = known ?? this.cache.get<State>(stream) ?? (await this.load(aggregate, id));
      known = undefined;
      const { expectedVersion = folded.version } = context;
      let events: readonly Event[];
      try {
        if (expectedVersion !== folded.version) throw new VersionLost(folded.version);
        events = decide(folded.state);
      } catch (refusal) {
        if (!(refusal instanceof Rejection) && !(refusal instanceof VersionLost)) throw refusal;
        const first = await this.answered(context);
        if (first !== undefined) return committed(first, stream);
        if (await this.hasMoved(stream, folded.version)) continue;
        throw refusal;
      }
      if (events.length === 0) {
        if (await this.hasMoved(stream, folded.version)) continue;
        return { position: folded.position, version: folded.version, appended: false };
      }
      try {
        const claims = aggregate.claims === undefined ? undefined : events.flatMap(aggregate.claims);
        const part = { stream, expected: folded.version, events, claims };
        const result = await this.append({ context, streams: [part] });
        if (!result.repeated) this.remember(aggregate, folded, part, result);
        return committed(result, stream);
      } catch (error) {
        if (!(error instanceof WrongVersion) || tries === MOST_TRIES) throw error;
        this.cache.forget(stream);
      }
    }
  }

  /**
   * The same over several streams of one kind, all of them or none: moving points between two members, merging clients.
   * The decision gives the facts of each stream, in the order of `ids`.
   */
  async transactAll<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    ids: readonly string[],
    decide: (states: readonly State[]) => readonly (readonly Event[])[],
  ): Promise<Committed> {
    const context = commandContext();
    for (let tries = 1; ; tries += 1) {
      const folded = await Promise.all(ids.map((id) => this.load(aggregate, id)));
      const decided = decide(folded.map(({ state }) => state));
      const streams = ids.flatMap((id, at) => {
        const events = decided[at] ?? [];
        const claims = aggregate.claims === undefined ? undefined : events.flatMap(aggregate.claims);
        if (events.length === 0) return [];
        return [{ stream: streamOf(aggregate, id), expected: folded[at]!.version, events, claims }];
      });
      const last = folded.at(-1)!;
      if (streams.length === 0) return { position: last.position, version: last.version, appended: false };
      streams.forEach(({ stream }) => this.cache.forget(stream));
      try {
        return committed(await this.append({ context, streams }), streams.at(-1)!.stream);
      } catch (error) {
        if (!(error instanceof WrongVersion) || tries === MOST_TRIES) throw error;
      }
    }
  }

  /** Appends facts as they are. Refuses with `WrongVersion`, `ClaimTaken` or `CommandIdReused`, and then appends nothing. */
  async append(request: AppendRequest): Promise<AppendResult> {
    const result = await this.commits.append(request);
    if (!result.repeated) this.signals.emit('appended', result.position);
    return result;
  }

  /** The state of a stream now, read from the log. */
  async load<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
  ): Promise<FoldedState<State>> {
    const stream = streamOf(aggregate, id);
    let folded: FoldedState<State> = this.cache.get<State>(stream) ?? unborn(aggregate);
    for (let full = true; full;) {
      const page = await this.readStream(stream, folded.version, PAGE);
      folded = page.reduce((before, event) => fold(aggregate, before, event as Recorded<Event>), folded);
      full = page.length === PAGE;
    }
    if (folded.version > 0) this.cache.set(stream, folded);
    return folded;
  }

  /** Facts of one stream after a version, oldest first. */
  async readStream(stream: string, afterVersion = 0, limit = PAGE): Promise<Recorded[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-stream',
      text: `select ${EVENT_COLUMNS} from event where stream = $1 and version > $2 order by version limit $3`,
      values: [stream, afterVersion, limit],
    });
    return rows.map(toRecorded);
  }

  /** Facts of the whole log after a position, in order. */
  async readAll(afterPosition: number, limit = PAGE): Promise<Recorded[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-all',
      text: `select ${EVENT_COLUMNS} from event where position > $1 order by position limit $2`,
      values: [afterPosition, limit],
    });
    return rows.map(toRecorded);
  }

  /** Position of the last fact; 0 for an empty log. */
  async head(): Promise<number> {
    const { rows } = await this.pool.query<{ position: number }>('select position from head');
    return rows[0]!.position;
  }

  private async hasMoved(stream: string, version: number): Promise<boolean> {
    const moved = (await this.readStream(stream, version, 1)).length > 0;
    if (moved) this.cache.forget(stream);
    return moved;
  }

  private async answered(context: CommandContext): Promise<AppendResult | undefined> {
    const { rows } = await this.pool.query<KnownEvent>({
      name: 'answered',
      text: 'select stream, version, position, request_hash as hash from event where command_id = $1 order by position',
      values: [context.commandId],
    });
    if (rows.length === 0) return undefined;
    const first = firstAnswer(context, rows);
    if (first instanceof Error) throw first;
    return first;
  }

  private remember<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    before: FoldedState<State>,
    { stream, events }: StreamAppend,
    { position }: AppendResult,
  ): void {
    const state = (events as readonly Event[]).reduce(aggregate.evolve, before.state);
    this.cache.set(stream, { state, version: before.version + events.length, position });
  }
}

export const streamOf = (aggregate: { readonly category: string }, id: string): string =>
  `${aggregate.category}:${id}`;

const unborn = <State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
): FoldedState<State> => ({ state: aggregate.initial, version: 0, position: 0 });

const assumedNew = <State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  cached: FoldedState<State> | undefined,
): FoldedState<State> | undefined => (cached === undefined ? unborn(aggregate) : undefined);

/** The state after one more fact of the log, in today's shape. */
const fold = <State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  before: FoldedState<State>,
  event: Recorded<Event>,
): FoldedState<State> => ({
  state: aggregate.evolve(before.state, upcast(aggregate, event)),
  version: event.version,
  position: event.position,
});

/** An event in today's shape. */
export const upcast = <Event extends DomainEvent>(
  { upcasters }: Pick<Aggregate<never, Event>, 'upcasters'>,
  event: Recorded<Event>,
): Recorded<Event> => {
  const upcaster = upcasters?.[event.type];
  return upcaster === undefined ? event : { ...event, data: upcaster(event.data) };
};

const committed = (result: AppendResult, stream: string): Committed => ({
  position: result.position,
  version: result.streams.find((one) => one.stream === stream)?.version ?? 0,
  appended: !result.repeated,
});
