import type { Message } from '#libs/contracts';
import type { Transport } from '../transport.js';

/** A transport that keeps what was sent, and can fail before or after it is durable. */
export interface Wire extends Transport {
  readonly sent: Message[];
  /** Topics of each send. */
  readonly topics: string[];
  readonly open: () => number;
  /** Asked at each send. */
  failing: () => 'before' | 'after' | undefined;
}

export const wire = (): Wire => {
  let open = 0;
  const all: Wire = {
    name: 'postgres',
    sent: [],
    topics: [],
    open: () => open,
    failing: () => undefined,
    ensureTopics: async () => undefined,
    ends: async () => [],
    producer: async () => {
      open += 1;
      return {
        send: async (topic, messages) => {
          const failure = all.failing();
          if (failure === 'before') throw new Error('The wire broke.');
          all.topics.push(topic);
          all.sent.push(...messages);
          if (failure === 'after') throw new Error('The wire broke, and the answer was lost.');
        },
        close: async () => void (open -= 1),
      };
    },
    subscribe: () => Promise.reject(new Error('Nobody listens to this wire.')),
    close: async () => undefined,
  };
  return all;
};
