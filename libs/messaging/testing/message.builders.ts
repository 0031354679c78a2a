import type { Message } from '#libs/contracts';
import { uuidv7 } from '#libs/event-store';

let told = 0;

/** A message as a service sends it; positions grow with every message made. */
export const aMessage = (more: Partial<Message> = {}): Message => {
  told += 1;
  return {
    id: uuidv7(),
    type: 'spec.fact.v1',
    source: '/liren/test/spec',
    subject: 'fact:1',
    time: '2026-03-01T09:00:00.000Z',
    recordedAt: '2026-03-01T09:00:01.000Z',
    position: told,
    key: 'client-1',
    correlationId: uuidv7(),
    causationId: null,
    data: { told },
    ...more,
  };
};

/** As many messages, over some keys in turn. */
export const messages = (count: number, keys = 1, more: Partial<Message> = {}): Message[] =>
  Array.from({ length: count }, (_, at) => aMessage({ key: `client-${at % keys}`, ...more }));
