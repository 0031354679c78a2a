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

const COLUMNS = 'place, id, topic, key, type, message, cause, parked_at as "parkedAt"';

/** Messages that could not be taken, with their cause; those of the same key that came later wait behind them. */
export class Parking {
  private readonly keys = new Set<string>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  async load(): Promise<void> {
    const { rows } = await this.pool.query<{ topic: string; key: string }>(
      'select distinct topic, key from parked_message',
    );
    for (const { topic, key } of rows) this.keys.add(lane(topic, key));
  }

  holds(topic: string, key: string): boolean {
    return this.keys.has(lane(topic, key));
  }

  async park({ topic, partition }: Batch, message: Message | Malformed, cause: string): Promise<void> {
    this.keys.add(lane(topic, message.key));
    const id = isMalformed(message) ? message.raw.slice(0, 200) : message.id;
    await this.pool.query(
      `insert into parked_message (id, topic, partition, key, type, message, cause, parked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (topic, id) do nothing`,
      [
        ...[id, topic, partition, message.key, isMalformed(message) ? null : message.type],
        ...[JSON.stringify(message), cause, this.clock.now().toISOString()],
      ],
    );
  }

  async list(limit = 100): Promise<ParkedMessage[]> {
    const { rows } = await this.pool.query<ParkedMessage>(
      `select ${COLUMNS} from parked_message order by place limit $1`,
      [limit],
    );
    return rows;
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
    if (rows.length === 0) this.keys.delete(lane(topic, key));
    return rows[0];
  }

  async remove(place: number): Promise<void> {
    await this.pool.query('delete from parked_message where place = $1', [place]);
  }

  async setCause(place: number, cause: string): Promise<void> {
    await this.pool.query('update parked_message set cause = $2 where place = $1', [place, cause]);
  }
}

const lane = (topic: string, key: string): string => `${topic} ${key}`;
