import type pg from 'pg';
import type { Aggregate, DomainEvent, Recorded } from '#libs/event-sourcing';
import { fold, unborn } from './folding.js';
import { LogReader } from './log-reader.js';
import { checkStateStore, isSeen } from './scope.js';
import { StateCache, type FoldedState } from './state-cache.js';

const PAGE = 1_000;

/** Reads what streams have come to: their facts, folded. */
export class StateReader extends LogReader {
  protected readonly cache: StateCache;

  constructor(pool: pg.Pool, cachedStates: number) {
    super(pool);
    this.cache = new StateCache(cachedStates);
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

  /** The same for somebody who asks to see it. Throws `OtherStore` when it belongs to none of the actor's stores. */
  async see<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
  ): Promise<FoldedState<State>> {
    const folded = await this.load(aggregate, id);
    checkStateStore(aggregate, folded.state);
    return folded;
  }

  /** Several at once, those of them that may be seen, in the order of `ids`. */
  async seeMany<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    ids: readonly string[],
  ): Promise<(FoldedState<State> & { readonly id: string })[]> {
    const folded = await this.loadMany(
      aggregate,
      ids.map((id) => streamOf(aggregate, id)),
    );
    return ids.map((id, at) => ({ id, ...folded[at]! })).filter(({ state }) => isSeen(aggregate, state));
  }

  private async loadMany<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    streams: readonly string[],
  ): Promise<FoldedState<State>[]> {
    const known = new Map(
      streams.map((stream) => [stream, this.cache.get<State>(stream) ?? unborn(aggregate)]),
    );
    for (let full = true; full;) {
      const after = [...known].map(([stream, { version }]) => ({ stream, version }));
      const news = await this.readNews(after, PAGE);
      for (const event of news)
        known.set(event.stream, fold(aggregate, known.get(event.stream)!, event as Recorded<Event>));
      full = news.length >= PAGE; // one of them may have more
    }
    for (const [stream, folded] of known) if (folded.version > 0) this.cache.set(stream, folded);
    return streams.map((stream) => known.get(stream)!);
  }
}

export const streamOf = (aggregate: { readonly category: string }, id: string): string =>
  `${aggregate.category}:${id}`;
