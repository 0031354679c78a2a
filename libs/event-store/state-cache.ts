import { LRUCache } from 'lru-cache';

/** The state of a stream as folded up to a version. */
export interface FoldedState<State = unknown> {
  readonly state: State;
  /** 0 for a stream that does not exist. */
  readonly version: number;
  /** Position of its last fact; 0 for none. */
  readonly position: number;
}

/** Folded states in memory, the least recently used forgotten first. Never trusted: every use is re-checked by version. */
export class StateCache {
  private readonly states: LRUCache<string, FoldedState> | undefined;

  /** None are kept when `most` is 0. */
  constructor(most: number) {
    if (most > 0) this.states = new LRUCache({ max: most });
  }

  get<State>(stream: string): FoldedState<State> | undefined {
    return this.states?.get(stream) as FoldedState<State> | undefined;
  }

  set(stream: string, folded: FoldedState): void {
    this.states?.set(stream, folded);
  }

  forget(stream: string): void {
    this.states?.delete(stream);
  }
}
