import type { ClaimChange, DomainEvent } from '#libs/event-sourcing';
import type { CommandContext } from './command-context.js';

/** What must be true of a stream for an append to it: does not exist, exists, anything, or is exactly at a version. */
export type Expected = 'noStream' | 'exists' | 'any' | number;

export interface StreamAppend {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly DomainEvent[];
  readonly claims?: readonly ClaimChange[];
}

/** One command's facts, for one stream or several: all of them or none. */
export interface AppendRequest {
  readonly context: CommandContext;
  readonly streams: readonly StreamAppend[];
}

export interface AppendedStream {
  readonly stream: string;
  /** Version after the append. */
  readonly version: number;
}

export interface AppendResult {
  /** Position of the last fact. */
  readonly position: number;
  /** When the facts were recorded: an ISO instant; null in a repeated answer. */
  readonly recordedAt: string | null;
  readonly streams: readonly AppendedStream[];
  /** The command was known: this is the first answer again, and nothing was appended. */
  readonly repeated: boolean;
}

/** Facts of one stream stand in one part: what it expects can be true only once. */
export const refuseStreamsNamedTwice = ({ streams }: AppendRequest): void => {
  if (streams.length < 2) return;
  const twice = streams.find(({ stream }, at) => streams.findIndex((one) => one.stream === stream) !== at);
  if (twice !== undefined) throw new Error(`An append names ${twice.stream} twice.`);
};
