import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '#libs/contracts';
import type { Batch, SubscribeOptions, Subscription } from '../transport.js';
import { READ_BATCHES } from './bus.sql.js';

interface BatchRow {
  topic: string;
  partition: number;
  last_offset: number;
  size: number;
  messages: string;
}

const ROWS_AT_ONCE = 4;
const IDLE_MS = 500;
const RETRY_MS = 200;

/** One active member per group, by an advisory lock that its connection holds; others stand by. */
export class PostgresSubscription implements Subscription {
  private readonly stopping = new AbortController();
  private wake: () => void = () => undefined;
  private notified = false;
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly url: string,
    private readonly pool: pg.Pool,
    private readonly options: SubscribeOptions,
  ) {}

  static start(url: string, pool: pg.Pool, options: SubscribeOptions): PostgresSubscription {
    const subscription = new PostgresSubscription(url, pool, options);
    subscription.running = subscription.run();
    return subscription;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.consumeWhileMember();
      } catch (error) {
        this.options.onError(error);
        await this.pause(RETRY_MS);
      }
    }
  }

  private async consumeWhileMember(): Promise<void> {
    const membership = new pg.Client({ connectionString: this.url });
    let lost: Error | undefined;
    membership.on('error', (error) => {
      lost = error;
      this.wake();
    });
    membership.on('notification', () => {
      this.notified = true;
      this.wake();
    });
    await membership.connect();
    try {
      await membership.query('listen liren_bus');
      if (!(await this.join(membership))) return;
      const offsets = await this.offsets();
      while (!this.stopping.signal.aborted && lost === undefined) {
        this.notified = false;
        const read = await this.consumeOnce(offsets);
        if (read === 0 && !this.notified) await this.pause(IDLE_MS);
      }
    } finally {
      await membership.end().catch(() => undefined);
    }
  }

  private async join(membership: pg.Client): Promise<boolean> {
    while (!this.stopping.signal.aborted) {
      const { rows } = await membership.query<{ joined: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 1)) as joined',
        [this.options.group],
      );
      if (rows[0]!.joined) return true;
      await this.pause(IDLE_MS);
    }
    return false;
  }

  private async offsets(): Promise<Map<string, { topic: string; partition: number; next: number }>> {
    const { rows } = await this.pool.query<{ topic: string; partition: number }>(
      'select topic, partition from topic_partition where topic = any($1) order by topic, partition',
      [this.options.topics],
    );
    const entries = rows.map(async ({ topic, partition }) => {
      const next = Number((await this.options.resumeAt(topic, partition)) ?? 0);
      return [`${topic}/${partition}`, { topic, partition, next }] as const;
    });
    return new Map(await Promise.all(entries));
  }

  private async consumeOnce(
    offsets: Map<string, { topic: string; partition: number; next: number }>,
  ): Promise<number> {
    const all = [...offsets.values()];
    const { rows } = await this.pool.query<BatchRow>({
      name: 'read-batches',
      text: READ_BATCHES,
      values: [
        all.map(({ topic }) => topic),
        all.map(({ partition }) => partition),
        all.map(({ next }) => next),
        ROWS_AT_ONCE,
      ],
    });
    const taken = await Promise.allSettled(
      [...offsets.values()].map(async (place) => {
        for (const row of rows) {
          if (this.stopping.signal.aborted) return;
          if (row.topic !== place.topic || row.partition !== place.partition) continue;
          await this.options.onBatch(batchOf(row, place.next));
          place.next = row.last_offset + 1;
        }
      }),
    );
    // All of them have ended: a batch still in hand would otherwise be given out a second time.
    const failed = taken.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return rows.length;
  }

  private async pause(ms: number): Promise<void> {
    const woken = new AbortController();
    this.wake = () => woken.abort();
    await sleep(ms, undefined, { signal: woken.signal }).catch(() => undefined);
    this.wake = () => undefined;
  }
}

const batchOf = (row: BatchRow, next: number): Batch => {
  const messages = JSON.parse(row.messages) as Message[];
  const first = row.last_offset - row.size + 1;
  return {
    topic: row.topic,
    partition: row.partition,
    messages: next > first ? messages.slice(next - first) : messages,
    nextOffset: String(row.last_offset + 1),
  };
};
