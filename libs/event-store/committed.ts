import type { AppendResult } from './append-request.js';
import type { CommandContext } from './command-context.js';

/** What a command did to a stream. */
export interface Committed {
  /** Position of the last fact of the stream; give it to a query as `minPosition` to read your own write. */
  readonly position: number;
  /** Version of the stream; 0 when it does not exist. */
  readonly version: number;
  /**
   * Whether facts were appended; false when there was nothing to do, or a message had been heard before. A request that is
   * repeated with its key is answered as the first time.
   */
  readonly appended: boolean;
}

/** With the version of a stream, or of the last that was added to where it is not among them. */
export const committed = (
  result: AppendResult,
  stream: string | undefined,
  { requestHash }: CommandContext,
): Committed => ({
  position: result.position,
  version: (result.streams.find((one) => one.stream === stream) ?? result.streams.at(-1))?.version ?? 0,
  appended: !result.repeated || typeof requestHash === 'string',
});
