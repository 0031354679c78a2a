import pg from 'pg';
import type { Message } from '#libs/contracts';
import { connectionSettings, sturdy } from '#libs/event-store';
import type { PartitionEnd, Producer, SubscribeOptions, Subscription, Transport } from '../transport.js';
import { APPEND_BATCHES, busSchema, grantsTo } from './bus.sql.js';
import { PostgresSubscription } from './postgres-subscription.js';

/** One partition: a single database gains nothing from more, and order is then total within a topic. */
const PARTITION = 0;

/** Messages through one database: for a single salon, a laptop and tests. */
export class PostgresTransport implements Transport {
  readonly name = 'postgres';
  private readonly pool: pg.Pool;

  private constructor(private readonly url: string) {
    this.pool = sturdy(new pg.Pool({ connectionString: url, max: 4, ...connectionSettings }));
  }

  /** `ownerUrl` is who makes the tables, where `url` is a role that only uses them. */
  static async connect(url: string, ownerUrl = url): Promise<PostgresTransport> {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      await owner.query(busSchema);
      const { username } = new URL(url);
      if (ownerUrl !== url) await owner.query(grantsTo(username));
    } finally {
      await owner.end();
    }
    return new PostgresTransport(url);
  }

  async ensureTopics(topics: readonly string[]): Promise<void> {
    await this.pool.query(
      'insert into topic_partition (topic, partition) select t, $2 from unnest($1::text[]) as t on conflict do nothing',
      [topics, PARTITION],
    );
  }

  async producer(): Promise<Producer> {
    return {
      send: async (topic: string, messages: readonly Message[]) => {
        if (messages.length === 0) return;
        const batch = [[PARTITION], [messages.length], [JSON.stringify(messages)]];
        const { rowCount } = await this.pool.query({
          name: 'append-batches',
          text: APPEND_BATCHES,
          values: [topic, ...batch],
        });
        if (rowCount === 0) throw new Error(`Topic ${topic} does not exist.`);
      },
      close: async () => undefined,
    };
  }

  async ends(topics: readonly string[]): Promise<PartitionEnd[]> {
    const { rows } = await this.pool.query<PartitionEnd>(
      'select topic, partition, next_offset as "nextOffset" from topic_partition where topic = any($1)',
      [topics],
    );
    return rows;
  }

  async subscribe(options: SubscribeOptions): Promise<Subscription> {
    await this.ensureTopics(options.topics);
    return PostgresSubscription.start(this.url, this.pool, options);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
