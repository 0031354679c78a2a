import type pg from 'pg';
import type { Batch } from './transport.js';

/** How far a service has listened: kept in its own database, so that it moves in one step with the effect. */
export class Heard {
  private readonly positions = new Map<string, number>();

  constructor(private readonly pool: pg.Pool) {}

  /** Offset to go on from, and the position of every source before it. */
  async resumeAt(topic: string, partition: number): Promise<string | undefined> {
    const { rows: sources } = await this.pool.query<{ source: string; position: number }>(
      'select source, position from heard where topic = $1 and partition = $2',
      [topic, partition],
    );
    for (const { source, position } of sources)
      this.positions.set(placeOf(topic, partition, source), position);
    const { rows } = await this.pool.query<{ next_offset: number }>(
      'select next_offset from heard_offset where topic = $1 and partition = $2',
      [topic, partition],
    );
    return rows[0] === undefined ? undefined : String(rows[0].next_offset);
  }

  has({ topic, partition }: Batch, source: string, position: number): boolean {
    return position <= (this.positions.get(placeOf(topic, partition, source)) ?? 0);
  }

  /** Writes how far a batch has brought us; call `settle` when the transaction is committed. */
  async advance(
    connection: pg.Pool | pg.PoolClient,
    { topic, partition, nextOffset }: Batch,
    last: ReadonlyMap<string, number>,
  ): Promise<void> {
    await connection.query({
      name: 'heard',
      text: `with moved as (
               insert into heard (topic, partition, source, position)
               select $1, $2, source, position from unnest($3::text[], $4::bigint[]) as given(source, position)
               on conflict (topic, partition, source) do update set position = excluded.position)
             insert into heard_offset values ($1, $2, $5)
             on conflict (topic, partition) do update set next_offset = excluded.next_offset`,
      values: [topic, partition, [...last.keys()], [...last.values()], nextOffset],
    });
  }

  settle({ topic, partition }: Batch, last: ReadonlyMap<string, number>): void {
    for (const [source, position] of last) this.positions.set(placeOf(topic, partition, source), position);
  }
}

const placeOf = (topic: string, partition: number, source: string): string =>
  `${topic}/${partition} ${source}`;
