import type { Message as ProducedMessage } from 'kafkajs';
import type { Message } from '#libs/contracts';
import { toKafka } from './cloud-event.js';

/** Below the 1 MiB that Kafka takes unless it is told otherwise, so that topics others made take it too. */
const MOST_BYTES = 1_000_000;
/** More than key and headers have. */
const HEAD_BYTES = 1_000;

/**
 * Messages in their order, in chunks that Kafka takes at once; a larger message is a chunk of its own. Kafka's limit is
 * on what one send has for one partition, and a page of one key is all for one.
 */
export function* inChunks(messages: readonly Message[]): Generator<ProducedMessage[]> {
  let chunk: ProducedMessage[] = [];
  let bytes = 0;
  for (const message of messages.map(toKafka)) {
    const size = HEAD_BYTES + Buffer.byteLength(message.value!);
    if (chunk.length > 0 && bytes + size > MOST_BYTES) {
      yield chunk;
      [chunk, bytes] = [[], 0];
    }
    chunk.push(message);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}
