import { EventEmitter } from 'node:events';
import type pg from 'pg';
import type { Aggregate, Clock, DomainEvent } from '#libs/event-sourcing';
import { callAppend } from './append-call.js';
import {
  refuseStreamsNamedTwice,
  type AppendRequest,
  type AppendResult,
  type StreamAppend,
} from './append-request.js';
import { commandContext, type CommandContext } from './command-context.js';
import { committed, type Committed } from './committed.js';
import { decided, decideOn, partOf, providedThat, type Decision, type DecideOn } from './deciding.js';
import { WrongVersion } from './errors.js';
import { asStored, unborn } from './folding.js';
import { GroupCommit } from './group-commit.js';
import { KeyedMutex } from './keyed-mutex.js';
import { withNetClaims } from './net-claims.js';
import { checkedStores, checkStateStore } from './scope.js';
import { SeenElsewhere, type Loads } from './seen-elsewhere.js';
import type { FoldedState } from './state-cache.js';
import { StateReader } from './state-reader.js';
import { streamOf } from './stream-of.js';

export interface EventStoreOptions {
  /** How many folded states are kept in memory. */
  readonly cachedStates?: number;
}

export interface TransactOptions {
  /** The stream is most likely new: decide on the initial state without reading, and read only if that proves wrong. */
  readonly expectNew?: boolean;
  /**
   * What must hold on other streams for facts to be appended; it throws a `Rejection` where it does not. Asked again when one that
   * it loaded has moved on since, in whichever process: facts and what they stand on are one atomic step.
   */
  readonly provided?: ((log: Loads) => Promise<unknown>) | undefined;
}

const MOST_TRIES = 50;

/** One service's log of facts: read, decided on and appended to. Every promise it resolves is durable. */
export class EventStore extends StateReader {
  /** Emits `appended` with the new head position after each append made here. */
  readonly signals = new EventEmitter();
  private readonly commits: GroupCommit;
  /** Commands on one stream take turns: decided side by side, all but one would be in vain. */
  private readonly turns = new KeyedMutex();
  private readonly spent = new WeakSet<CommandContext>();

  constructor(
    pool: pg.Pool,
    readonly clock: Clock,
    options: EventStoreOptions = {},
  ) {
    super(pool, options.cachedStates ?? 5_000);
    this.commits = new GroupCommit((batch) => callAppend(pool, batch, clock.now()));
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
    { expectNew = false, provided }: TransactOptions = {},
  ): Promise<Committed> {
    const context = commandContext();
    const stream = streamOf(aggregate, id);
    return this.turns.run(stream, async () => {
      for (let tries = 1; ; tries += 1) {
        const assumed = expectNew && tries === 1 ? unborn(aggregate) : undefined;
        const folded = this.cache.get<State>(stream) ?? assumed ?? (await this.load(aggregate, id));
        checkStateStore(aggregate, folded.state);
        const decision = decided(() => checkedStores(decideOn(folded, context, decide)));
        const elsewhere = new SeenElsewhere(this, stream, tries === 1);
        const { events, refusal } = provided
          ? await providedThat(decision, () => provided(elsewhere))
          : decision;
        if (events.length === 0) {
          const seen = [{ stream, version: folded.version }, ...elsewhere.seen()];
          const answer = await this.answerOfNothing(context, seen, { refusal, stood: folded, stream });
          if (answer === 'decide again') continue;
          return answer;
        }
        try {
          const part = partOf(aggregate, stream, folded.version, events);
          const result = await this.appendOnce(context, [part, ...elsewhere.unmoved()]);
          if (!result.repeated) this.remember(aggregate, folded, part, result);
          return committed(result, stream, context);
        } catch (error) {
          if (!(error instanceof WrongVersion) || tries >= MOST_TRIES) throw error;
          this.cache.forget(stream);
        }
      }
    });
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
    const streams = ids.map((id) => streamOf(aggregate, id));
    for (let tries = 1; ; tries += 1) {
      const folded = await Promise.all(ids.map((id) => this.load(aggregate, id)));
      folded.forEach(({ state }) => checkStateStore(aggregate, state));
      const { events, refusal } = decided(() => decide(folded.map(({ state }) => state)));
      events.forEach(checkedStores);
      const parts = streams
        .map((stream, at) => partOf(aggregate, stream, folded[at]!.version, events[at] ?? []))
        .filter((part) => part.events.length > 0);
      if (parts.length === 0) {
        const seen = folded.map(({ version }, at) => ({ stream: streams[at]!, version }));
        const answer = await this.answerOfNothing(context, seen, { refusal, stood: folded.at(-1)! });
        if (answer === 'decide again') continue;
        return answer;
      }
      try {
        const result = await this.appendOnce(context, parts);
        parts.forEach(({ stream }) => this.cache.forget(stream));
        return committed(result, parts.at(-1)!.stream, context);
      } catch (error) {
        if (!(error instanceof WrongVersion) || tries >= MOST_TRIES) throw error;
      }
    }
  }

  /** Appends facts as they are. Refuses with `WrongVersion`, `ClaimTaken` or `CommandIdReused`, and then appends nothing. */
  async append(request: AppendRequest): Promise<AppendResult> {
    refuseStreamsNamedTwice(request);
    const result = await this.commits.append({ ...request, streams: withNetClaims(request.streams) });
    if (!result.repeated) this.signals.emit('appended', result.position);
    return result;
  }

  /**
   * Whether the command being served was done before, for whoever keeps something beside the log: kept once more, it would undo
   * what came since. Throws `CommandIdReused`.
   */
  async wasDone(): Promise<boolean> {
    return (await this.answered(commandContext())) !== undefined;
  }

  /** One command id answers for one append; a second one would be taken for the first, asked again. */
  private async appendOnce(context: CommandContext, streams: readonly StreamAppend[]): Promise<AppendResult> {
    if (this.spent.has(context)) {
      throw new Error(
        'One command appends once. Run a further append in a context with a derived command id.',
      );
    }
    const result = await this.append({ context, streams });
    this.spent.add(context);
    return result;
  }

  /**
   * What is answered where nothing is to be appended: as the first time, when the command was done before; nothing yet, when a
   * stream has moved on since it was read. Else throws the refusal, if there is one.
   */
  private async answerOfNothing(
    context: CommandContext,
    seen: readonly { stream: string; version: number }[],
    nothing: { refusal: Decision<unknown>['refusal']; stood: FoldedState; stream?: string },
  ): Promise<Committed | 'decide again'> {
    const { refusal, stood, stream } = nothing;
    const mayBeKnown = refusal !== undefined || typeof context.requestHash === 'string';
    const first = mayBeKnown && !this.spent.has(context) ? await this.answered(context) : undefined;
    if (first !== undefined) return committed(first, stream, context);
    const moved = await Promise.all(seen.map((one) => this.hasMoved(one.stream, one.version)));
    if (moved.includes(true)) return 'decide again';
    if (refusal !== undefined) throw refusal;
    return { position: stood.position, version: stood.version, appended: false };
  }

  private async hasMoved(stream: string, version: number): Promise<boolean> {
    const moved = (await this.readStream(stream, version, 1)).length > 0;
    if (moved) this.cache.forget(stream);
    return moved;
  }

  private remember<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    before: FoldedState<State>,
    { stream, events }: StreamAppend,
    { position }: AppendResult,
  ): void {
    const state = (events as readonly Event[]).map(asStored).reduce(aggregate.evolve, before.state);
    this.cache.set(stream, { state, version: before.version + events.length, position });
  }
}
