import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { z } from 'zod';
import { contractOf } from '#contracts/catalogue';
import { topicOf, type Message } from '#libs/contracts';
import { derivedId, inCommandContext, inTransaction, KeyedMutex } from '#libs/event-store';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { Heard } from './heard.js';
import { Parking, type ParkedMessage } from './parking.js';
import { isMalformed, type Batch, type Malformed, type Subscription, type Transport } from './transport.js';

/** Takes one message; what it does must be safe to do twice, which a command id derived from the message makes it. */
export type MessageHandler = (message: Message) => Promise<unknown>;

/** Takes a batch; what it writes with the transaction it is given becomes true together with the position. */
export type BatchHandler = (messages: readonly Message[], transaction: pg.PoolClient) => Promise<unknown>;

export interface Handlers {
  /** By contract type. */
  readonly each: ReadonlyMap<string, MessageHandler>;
  /** By contract type. */
  readonly batches: ReadonlyMap<string, BatchHandler>;
}

const TRIES = 4;
const FIRST_PAUSE_MS = 50;

/**
 * Listens for a service: keys in parallel, in order within a key, every message once in effect. A message that keeps
 * failing is parked with its cause, and later ones of its key behind it; all others flow.
 */
export class Consumer {
  readonly parking: Parking;
  private readonly heard: Heard;
  private readonly lanes = new KeyedMutex();
  private subscription: Subscription | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly transport: Transport,
    private readonly handlers: Handlers,
    private readonly options: {
      readonly group: string;
      readonly clock: Clock;
      readonly onError: (error: unknown, what: string) => void;
    },
  ) {
    this.heard = new Heard(pool);
    this.parking = new Parking(pool, options.clock);
  }

  async start(): Promise<void> {
    await this.parking.load();
    const types = [...this.handlers.each.keys(), ...this.handlers.batches.keys()];
    const topics = [...new Set(types.map(topicOf))];
    if (topics.length === 0) return;
    this.subscription = await this.transport.subscribe({
      group: this.options.group,
      topics,
      resumeAt: (topic, partition) => this.heard.resumeAt(topic, partition),
      onBatch: (batch) => this.take(batch),
      onError: (error) => this.options.onError(error, 'consuming'),
    });
  }

  async stop(): Promise<void> {
    await this.subscription?.stop();
  }

  /** Tries a parked message's key again from its first; resolves to whether all of them could be taken. */
  async retry(place: number): Promise<boolean> {
    const parked = await this.parking.find(place);
    if (parked === undefined) return false;
    return this.lanes.run(`${parked.topic} ${parked.key}`, () => this.drain(parked.topic, parked.key));
  }

  /** Lets go of a parked message unread, then takes those that waited behind it. */
  async discard(place: number): Promise<boolean> {
    const parked = await this.parking.find(place);
    if (parked === undefined) return false;
    await this.parking.remove(place);
    return this.lanes.run(`${parked.topic} ${parked.key}`, () => this.drain(parked.topic, parked.key));
  }

  private async take(batch: Batch): Promise<void> {
    const fresh = batch.messages.filter(
      (message) => isMalformed(message) || !this.heard.has(batch, message.source, message.position),
    );
    const byKey = new Map<string, (Message | Malformed)[]>();
    for (const message of fresh) {
      if (!isMalformed(message) && !this.handlers.each.has(message.type)) continue;
      const lane = byKey.get(message.key);
      if (lane === undefined) byKey.set(message.key, [message]);
      else lane.push(message);
    }
    await Promise.all(
      [...byKey].map(([key, messages]) =>
        this.lanes.run(`${batch.topic} ${key}`, () => this.takeInOrder(batch, messages)),
      ),
    );
    await this.takeAsBatch(batch, fresh);
  }

  private async takeInOrder(batch: Batch, messages: readonly (Message | Malformed)[]): Promise<void> {
    for (const message of messages) {
      const behind = this.parking.holds(batch.topic, message.key);
      const cause = behind ? 'Waits behind an earlier message of its key.' : await this.tryOften(message);
      if (cause !== undefined) await this.parking.park(batch, message, cause);
    }
  }

  private async takeAsBatch(batch: Batch, fresh: readonly (Message | Malformed)[]): Promise<void> {
    const last = new Map<string, number>();
    const byHandler = new Map<BatchHandler, Message[]>();
    for (const message of fresh) {
      if (isMalformed(message)) continue;
      last.set(message.source, message.position);
      const handler = this.handlers.batches.get(message.type);
      if (handler === undefined) continue;
      const taken = byHandler.get(handler);
      if (taken === undefined) byHandler.set(handler, [message]);
      else taken.push(message);
    }
    if (byHandler.size === 0) await this.heard.advance(this.pool, batch, last);
    else {
      await inTransaction(this.pool, async (transaction) => {
        for (const [handler, messages] of byHandler) await handler(messages, transaction);
        await this.heard.advance(transaction, batch, last);
      });
    }
    this.heard.settle(batch, last);
  }

  /** The cause why a message cannot be taken; undefined when it was. */
  private async tryOften(message: Message | Malformed): Promise<string | undefined> {
    if (isMalformed(message)) return message.malformed;
    const fault = contractOf(message.type)?.data.safeParse(message.data).error;
    if (fault !== undefined) return `Not what ${message.type} promises: ${z.prettifyError(fault)}`;
    for (let tries = 1; ; tries += 1) {
      try {
        await this.handle(message);
        return undefined;
      } catch (error) {
        if (isInfrastructure(error)) throw error;
        if (error instanceof Rejection) return `${error.code}: ${error.message}`;
        if (tries === TRIES) {
          this.options.onError(error, `taking ${message.type} ${message.id}`);
          return String(error);
        }
        await sleep(FIRST_PAUSE_MS * 4 ** (tries - 1));
      }
    }
  }

  private handle(message: Message): Promise<unknown> {
    const context = {
      commandId: derivedId(message.id, this.options.group),
      correlationId: message.correlationId,
      causationId: message.id,
      actor: message.source,
    };
    return inCommandContext(context, () => this.handlers.each.get(message.type)!(message));
  }

  private async drain(topic: string, key: string): Promise<boolean> {
    let parked: ParkedMessage | undefined;
    while ((parked = await this.parking.firstOf(topic, key)) !== undefined) {
      const cause = await this.tryOften(parked.message);
      if (cause !== undefined) {
        await this.parking.setCause(parked.place, cause);
        return false;
      }
      await this.parking.remove(parked.place);
    }
    return true;
  }
}

/** The database or the network is away: nothing is wrong with the message, so it waits. */
const isInfrastructure = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return false;
  return (
    /^(08|53|57|58)...$/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code)
  );
};
