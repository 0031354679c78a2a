import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { topicOf, type Message } from '#libs/contracts';
import { inTransaction, KeyedMutex } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import type { Traces } from '#libs/tracing';
import { takeTogether } from './batches.js';
import { faultOf, isInfrastructure } from './faults.js';
import type { Handlers } from './handlers.js';
import { Heard, Overtaken } from './heard.js';
import { OneByOne } from './one-by-one.js';
import { Parking, type ParkedMessage } from './parking.js';
import { takingSpan } from './spans.js';
import {
  isMalformed,
  type Batch,
  type Malformed,
  type PartitionEnd,
  type Subscription,
  type Transport,
} from './transport.js';
import { notHeardOf, type Unheard } from './unheard.js';

const STEP_MS = 100;

/**
 * Listens for a service: keys in parallel, in order within a key, every message once in effect. A message that keeps
 * failing is parked with its cause, and later ones of its key behind it; all others flow.
 */
export class Consumer {
  readonly parking: Parking;
  private readonly heard: Heard;
  private readonly lanes = new KeyedMutex();
  private readonly single: OneByOne;
  private subscription: Subscription | undefined;
  private stopped = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly transport: Transport,
    private readonly handlers: Handlers,
    private readonly options: {
      readonly group: string;
      readonly clock: Clock;
      readonly traces: Traces;
      readonly onError: (error: unknown, what: string) => void;
      /** Told after the effect of messages is durable. */
      readonly onTaken?: () => void;
    },
  ) {
    this.heard = new Heard(pool);
    this.single = new OneByOne(handlers, options);
    this.parking = new Parking(pool, options.clock);
  }

  /** Safe to call again after it failed. Resolves to false: there is nothing more to begin. */
  async start(): Promise<false> {
    const types = [...this.handlers.each.keys(), ...this.handlers.batches.keys()];
    const topics = [...new Set(types.map(topicOf))];
    if (topics.length === 0 || this.subscription !== undefined || this.stopped) return false;
    this.subscription = await this.transport.subscribe({
      group: this.options.group,
      topics,
      resumeAt: (topic, partition) => this.resumeAt(topic, partition),
      onBatch: (batch) => this.take(batch),
      onError: (error) => this.options.onError(error, 'consuming'),
    });
    if (this.stopped) await this.subscription.stop();
    return false;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.subscription?.stop();
  }

  /**
   * Waits until all that is on the bus now of these topics has had its effect, in whichever process of the service;
   * resolves to the topics of which something has not, and why. Throws while the bus is away.
   */
  async unheardOf(topics: readonly string[], waitMs: number): Promise<ReadonlyMap<string, Unheard>> {
    const before = await this.transport.ends(topics);
    const until = performance.now() + waitMs;
    let behind = await this.behind(before, topics);
    while (behind.length > 0 && performance.now() < until) {
      await sleep(STEP_MS);
      behind = await this.behind(before, topics);
    }
    const parked = await this.parking.topicsAmong(topics);
    return new Map<string, Unheard>([
      ...parked.map((topic) => [topic, 'parked'] as const),
      ...behind.map((topic) => [topic, 'not-heard'] as const),
    ]);
  }

  /** Tries a parked message's key again from its first; resolves to whether all of them could be taken. */
  async retry(place: number): Promise<boolean> {
    const parked = await this.parking.find(place);
    if (parked === undefined) return false;
    return this.lanes.run(laneOf(parked.topic, parked.key), () => this.drain(parked));
  }

  /** Lets go of a parked message unread, then takes those that waited behind it. */
  async discard(place: number): Promise<boolean> {
    const parked = await this.parking.find(place);
    if (parked === undefined) return false;
    await this.parking.remove(this.pool, place);
    return this.lanes.run(laneOf(parked.topic, parked.key), () => this.drain(parked));
  }

  private async behind(before: readonly PartitionEnd[], topics: readonly string[]): Promise<string[]> {
    const heard = await this.heard.reached(topics);
    return notHeardOf({ before, heard, after: await this.transport.ends(topics) });
  }

  private async resumeAt(topic: string, partition: number): Promise<string | undefined> {
    await this.parking.load(); // another member may have parked while it listened
    return this.heard.resumeAt(topic, partition);
  }

  private async take(batch: Batch): Promise<void> {
    const fresh = this.heard.freshOf(batch);
    await Promise.all(
      [...this.byKey(fresh)].map(([key, messages]) =>
        this.lanes.run(laneOf(batch.topic, key), () => this.takeInOrder(batch, messages)),
      ),
    );
    const last = new Map(
      fresh.flatMap((message) => (isMalformed(message) ? [] : [[message.source, message.position] as const])),
    );
    const startedAt = this.now();
    try {
      const { pool, heard, parking, handlers } = this;
      await takeTogether({
        pool,
        heard,
        parking,
        handlers,
        onError: this.options.onError,
        batch,
        fresh,
        last,
      });
    } catch (error) {
      if (error instanceof Overtaken) await this.heard.resumeAt(batch.topic, batch.partition);
      throw error;
    }
    this.heard.settle(batch, last);
    this.options.onTaken?.();
    this.traceTogether(fresh, startedAt);
  }

  /** Those that are taken one by one; what is malformed may be one of them. */
  private byKey(fresh: readonly (Message | Malformed)[]): Map<string, (Message | Malformed)[]> {
    const keys = new Map<string, (Message | Malformed)[]>();
    for (const message of fresh) {
      if (!isMalformed(message) && !this.handlers.each.has(message.type)) continue;
      const lane = keys.get(message.key);
      if (lane === undefined) keys.set(message.key, [message]);
      else lane.push(message);
    }
    return keys;
  }

  private async takeInOrder(batch: Batch, messages: readonly (Message | Malformed)[]): Promise<void> {
    for (const message of messages) {
      if (await this.parking.parkBehind(this.pool, batch, message)) continue;
      const startedAt = this.now();
      const cause = await this.single.take(message);
      this.trace(message, startedAt, cause);
      if (cause !== undefined) await this.parking.park(this.pool, batch, message, cause);
    }
  }

  private now(): number {
    return this.options.clock.now().getTime();
  }

  private trace(message: Message | Malformed, startedAt: number, failure?: string): void {
    const { traces } = this.options;
    if (!traces.on || isMalformed(message)) return;
    const took = { startedAt, endedAt: this.now(), failure };
    traces.record(takingSpan(message, this.single.commandIdFor(message), took));
  }

  private traceTogether(messages: readonly (Message | Malformed)[], startedAt: number): void {
    for (const message of messages) {
      const together = !isMalformed(message) && this.handlers.batches.has(message.type);
      if (together) this.trace(message, startedAt);
    }
  }

  private async drain({ topic, key }: { topic: string; key: string }): Promise<boolean> {
    let parked: ParkedMessage | undefined;
    while ((parked = await this.parking.firstOf(topic, key)) !== undefined) {
      const cause = await this.takeParked(parked);
      if (cause === undefined) continue;
      await this.parking.setCause(parked.place, cause);
      return false;
    }
    return true;
  }

  private async takeParked({ place, message }: ParkedMessage): Promise<string | undefined> {
    const together = isMalformed(message) ? undefined : this.handlers.batches.get(message.type);
    if (together === undefined || isMalformed(message)) {
      const cause = await this.single.take(message);
      if (cause === undefined) await this.parking.remove(this.pool, place);
      return cause;
    }
    const fault = faultOf(message);
    if (fault !== undefined) return fault;
    try {
      await inTransaction(this.pool, async (transaction) => {
        await together([message], transaction);
        await this.parking.remove(transaction, place);
      });
      this.options.onTaken?.();
      return undefined;
    } catch (error) {
      if (isInfrastructure(error)) throw error;
      return String(error);
    }
  }
}

const laneOf = (topic: string, key: string): string => `${topic} ${key}`;
