import type pg from 'pg';
import type { Message } from '#libs/contracts';
import type { Clock } from '#libs/event-sourcing';
import { isMalformed, type Batch, type Malformed } from './transport.js';

export interface ParkedMessage {
  readonly place: number;
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string | null;
  readonly message: Message | Malformed;
  readonly cause: string;
  readonly parkedAt: string;
}

type Connection = pg.Pool | pg.PoolClient;

const COLUMNS = 'place, id, topic, key, type, message, cause, parked_at as "parkedAt"';
const PARK = `insert into parked_message (id, topic, partition, key, type, message, cause, parked_at)
              select $1, $2, $3, $4, $5, $6, $7, $8`;
const BEHIND = 'Waits behind an earlier message of its key.';

/** Messages that could not be taken, with their cause; those of the same key that came later wait behind them. */
export class Parking {
  /** Keys that may have parked messages. Other processes release them too, so only the table knows for certain. */
  private readonly keys = new Set<string>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /** Learns which keys are parked, also by the members who listened before. */
  async load(): Promise<void> {
    const { rows } = await this.pool.query<{ topic: string; key: string }>(
      'select distinct topic, key from parked_message',
    );
    for (const { topic, key } of rows) this.keys.add(lane(topic, key));
  }

  /** Parks a message if an earlier one of its key is parked; resolves to whether it did. */
  async parkBehind(connection: Connection, batch: Batch, message: Message | Malformed): Promise<boolean> {
    if (!this.keys.has(lane(batch.topic, message.key))) return false;
    // Whoever has just taken the last one of the key holds its row until it is gone; this waits for that.
    const { rowCount } = await connection.query(
      `with earlier as (
         select from parked_message where topic = $2 and key = $4 order by place limit 1 for update),
       parked as (${PARK} from earlier on conflict (topic, id) do nothing)
       select from earlier`,
      this.valuesOf(batch, message, BEHIND),
    );
    if (rowCount === 0) this.keys.delete(lane(batch.topic, message.key));
    return rowCount !== 0;
  }

  async park(
    connection: Connection,
    batch: Batch,
    message: Message | Malformed,
    cause: string,
  ): Promise<void> {
    this.keys.add(lane(batch.topic, message.key));
    await connection.query(
      `${PARK} on conflict (topic, id) do nothing`,
      this.valuesOf(batch, message, cause),
    );
  }

  async list(limit = 100): Promise<ParkedMessage[]> {
    const { rows } = await this.pool.query<ParkedMessage>(
      `select ${COLUMNS} from parked_message order by place limit $1`,
      [limit],
    );
    return rows;
  }

  /** Those of these topics of which something is parked. */
  async topicsAmong(topics: readonly string[]): Promise<string[]> {
    const { rows } = await this.pool.query<{ topic: string }>(
      'select distinct topic from parked_message where topic = any($1)',
      [topics],
    );
    return rows.map(({ topic }) => topic);
  }

  async find(place: number): Promise<ParkedMessage | undefined> {
    const { rows } = await this.pool.query<ParkedMessage>(
      `select ${COLUMNS} from parked_message where place = $1`,
      [place],
    );
    return rows[0];
  }

  async firstOf(topic: string, key: string): Promise<ParkedMessage | undefined> {
    const { rows } = await this.pool.query<ParkedMessage>(
      `select ${COLUMNS} from parked_message where topic = $1 and key = $2 order by place limit 1`,
      [topic, key],
    );
    return rows[0];
  }

  async remove(connection: Connection, place: number): Promise<void> {
    await connection.query('delete from parked_message where place = $1', [place]);
  }

  async setCause(place: number, cause: string): Promise<void> {
    await this.pool.query('update parked_message set cause = $2 where place = $1', [place, keepable(cause)]);
  }

  private valuesOf({ topic, partition }: Batch, message: Message | Malformed, cause: string): unknown[] {
    const [id, type] = isMalformed(message)
      ? [`${partition}/${message.offset}`, null]
      : [message.id, message.type];
    const parkedAt = this.clock.now().toISOString();
    return [id, topic, partition, message.key, type, JSON.stringify(message), keepable(cause), parkedAt];
  }
}

/** PostgreSQL keeps any text but the letter NUL, which an error may quote. */
const keepable = (text: string): string => text.replaceAll('\0', '\ufffd');

const lane = (topic: string, key: string): string => `${topic} ${key}`;
