import type { Aggregate, DomainEvent } from '#libs/event-sourcing';
import type { StreamAppend } from './append-request.js';
import { unborn } from './folding.js';
import type { FoldedState } from './state-cache.js';
import { streamOf } from './stream-of.js';

export interface LoadOptions {
  /**
   * The stream most likely does not exist: taken for that at the first try of a decision, and read only if the append proves it
   * wrong. Outside of a decision it is read.
   */
  readonly expectNew?: boolean;
}

/** Reads the state of streams as the log has them now. */
export interface Loads {
  load<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    options?: LoadOptions,
  ): Promise<FoldedState<State>>;
}

/**
 * Remembers which streams were loaded for a decision on another, and how far each had come when it was loaded first: one that moves
 * on between two looks fails the append, too.
 */
export class SeenElsewhere implements Loads {
  private readonly versions = new Map<string, number>();

  constructor(
    private readonly log: Loads,
    /** The stream that is decided on: its version is expected anyway. */
    private readonly own: string,
    private readonly isFirstTry: boolean,
  ) {}

  async load<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    { expectNew = false }: LoadOptions = {},
  ): Promise<FoldedState<State>> {
    const folded = expectNew && this.isFirstTry ? unborn(aggregate) : await this.log.load(aggregate, id);
    const stream = streamOf(aggregate, id);
    if (stream !== this.own && !this.versions.has(stream)) this.versions.set(stream, folded.version);
    return folded;
  }

  seen(): { stream: string; version: number }[] {
    return [...this.versions].map(([stream, version]) => ({ stream, version }));
  }

  /** Parts of an append that add nothing, and fail it where one has moved on. */
  unmoved(): StreamAppend[] {
    return this.seen().map(({ stream, version: expected }) => ({ stream, expected, events: [] }));
  }
}
