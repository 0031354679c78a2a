import {
  type CustomTransportStrategy,
  Server,
  type MessageHandler as NestHandler,
} from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type pg from 'pg';
import type { Message } from '#libs/contracts';
import { commandContext, derivedId, inCommandContext } from '#libs/event-store';
import type { BatchHandler, Handlers, MessageHandler } from './handlers.js';

/** Say it in a handler's `@EventPattern(contract.type, BATCH)` to be given whole batches with the transaction. */
export const BATCH = { batch: true } as const;

/** What a batch handler is given as its context. */
export interface BatchContext {
  readonly transaction: pg.PoolClient;
}

type Start = (handlers: Handlers) => Promise<{ stop(): Promise<void> }>;

/**
 * Nest's door to our consumer. Nest's own Kafka server takes a message at a time, commits what nobody handled and
 * retries poison for ever.
 */
export class LirenStrategy extends Server implements CustomTransportStrategy {
  private started: Promise<{ stop(): Promise<void> }> | undefined;

  constructor(private readonly begin: Start) {
    super();
  }

  listen(ready: (error?: unknown) => void): void {
    this.started = this.begin(this.handlersByKind());
    this.started.then(() => ready(), ready);
  }

  async close(): Promise<void> {
    await (await this.started)?.stop();
  }

  override on(): this {
    return this;
  }

  override unwrap<T>(): T {
    throw new Error('There is no single server behind this strategy.');
  }

  private handlersByKind(): Handlers {
    const each = new Map<string, MessageHandler>();
    const batches = new Map<string, BatchHandler>();
    for (const [type, first] of this.messageHandlers) {
      const handlers = chained(first);
      const inBatches = handlers.filter(isBatch);
      const one = handlers.filter((handler) => !isBatch(handler));
      if (one.length > 0 && inBatches.length > 0) {
        throw new Error(`${type} is taken one by one and in batches; a service does one or the other.`);
      }
      if (one.length > 0) each.set(type, (message: Message) => callAll(one, message, {}));
      if (inBatches.length > 0) {
        batches.set(type, (messages, transaction) => callAll(inBatches, messages, { transaction }));
      }
    }
    return { each, batches };
  }
}

const chained = (first: NestHandler): NestHandler[] =>
  first.next === undefined ? [first] : [first, ...chained(first.next as NestHandler)];

const isBatch = ({ extras }: NestHandler): boolean => extras?.['batch'] === true;

/** Each handler is a command of its own, so that what the first one appended is not taken for what the second one asks. */
const callAll = async (handlers: readonly NestHandler[], data: unknown, context: unknown): Promise<void> => {
  const command = commandContext();
  for (const [at, handler] of handlers.entries()) {
    const commandId = at === 0 ? command.commandId : derivedId(command.commandId, String(at));
    await inCommandContext({ ...command, commandId }, () => call(handler, data, context));
  }
};

const call = async (handler: NestHandler, data: unknown, context: unknown): Promise<void> => {
  const result: unknown = await handler(data, context);
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
};
