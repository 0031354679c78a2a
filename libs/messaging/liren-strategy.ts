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

/** Say it in the same place for a handler to be called before all others of its service, which come in the order of their modules. */
export const FIRST = { first: true } as const;

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
    const byMethod = new Map<unknown, BatchHandler>();
    for (const [type, first] of this.messageHandlers) {
      const handlers = inOrder(chained(first));
      if (!handlers.some(isBatch)) {
        each.set(type, (message: Message) => callAll(handlers, message));
        continue;
      }
      if (handlers.length > 1) {
        throw new Error(
          `${type} is taken in batches and by another handler too; a service does one or the other.`,
        );
      }
      // Nest wraps a method anew for every type it takes; what all of them share is what the decorator said.
      const method = byMethod.get(first.extras) ?? inBatches(first);
      byMethod.set(first.extras, method);
      batches.set(type, method);
    }
    return { each, batches };
  }
}

/** Taken apart: what Nest has chained it would run itself, all of them at once and as one command. */
const chained = (first: NestHandler): NestHandler[] => {
  const next = first.next as NestHandler | undefined;
  delete first.next;
  return next === undefined ? [first] : [first, ...chained(next)];
};

const inOrder = (handlers: NestHandler[]): NestHandler[] => [
  ...handlers.filter(isFirst),
  ...handlers.filter((handler) => !isFirst(handler)),
];

const isFirst = ({ extras }: NestHandler): boolean => extras?.['first'] === true;

const isBatch = ({ extras }: NestHandler): boolean => extras?.['batch'] === true;

const inBatches =
  (handler: NestHandler): BatchHandler =>
  (messages, transaction) =>
    call(handler, messages, { transaction });

/** Each handler is a command of its own, so that what the first one appended is not taken for what the second one asks. */
const callAll = async (handlers: readonly NestHandler[], message: Message): Promise<void> => {
  const command = commandContext();
  for (const [at, handler] of handlers.entries()) {
    const commandId = at === 0 ? command.commandId : derivedId(command.commandId, String(at));
    await inCommandContext({ ...command, commandId }, () => call(handler, message, {}));
  }
};

const call = async (handler: NestHandler, data: unknown, context: unknown): Promise<void> => {
  const result: unknown = await handler(data, context);
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
};
