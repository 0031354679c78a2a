import type { Recorded } from '#libs/event-sourcing';

/** A log that views follow: a service's own facts, or the messages that reporting keeps. */
export interface LogSource {
  readAll(afterPosition: number, limit: number): Promise<Recorded[]>;
  head(): Promise<number>;
}
