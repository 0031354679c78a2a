import type pg from 'pg';
import type { Message } from '#libs/contracts';
import { isMalformed, type Batch, type Malformed, type PartitionEnd } from './transport.js';

/** Another member of the group has gone on from where this one thought it was: what was done here is undone. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';

  constructor({ topic, partition }: Batch) {
    super(`Another member has taken over ${topic}/${partition}.`);
  }
}

/** How far a service has listened: kept in its own database, so that it moves in one step with the effect. */
export class Heard {
  /** By source, for each partition. */
  private readonly positions = new Map<string, Map<string, number>>();
  private readonly offsets = new Map<string, number>();

  constructor(private readonly pool: pg.Pool) {}

  /** Offset to go on from; it and the position of every source before it are read anew. */
  async resumeAt(topic: string, partition: number): Promise<string | undefined> {
    const place = placeOf({ topic, partition });
    const { rows: sources } = await this.pool.query<{ source: string; position: number }>(
      'select source, position from heard where topic = $1 and partition = $2',
      [topic, partition],
    );
    const { rows } = await this.pool.query<{ next_offset: number }>(
      'select next_offset from heard_offset where topic = $1 and partition = $2',
      [topic, partition],
    );
    this.positions.set(place, new Map(sources.map(({ source, position }) => [source, position])));
    this.offsets.delete(place);
    if (rows[0] === undefined) return undefined;
    this.offsets.set(place, rows[0].next_offset);
    return String(rows[0].next_offset);
  }

  /** How far each partition was heard, by whichever member of the group; a partition of which nothing was is left out. */
  async reached(topics: readonly string[]): Promise<PartitionEnd[]> {
    const { rows } = await this.pool.query<PartitionEnd>(
      'select topic, partition, next_offset as "nextOffset" from heard_offset where topic = any($1)',
      [topics],
    );
    return rows;
  }

  /**
   * Messages of a batch that are not known yet. A source's positions grow, one message for each; what comes at or below
   * one that was heard was sent twice.
   */
  freshOf(batch: Batch): readonly (Message | Malformed)[] {
    const reached = new Map(this.positions.get(placeOf(batch)));
    return batch.messages.filter((message) => {
      if (isMalformed(message)) return true;
      const { source, position } = message;
      if (position <= (reached.get(source) ?? 0)) return false;
      reached.set(source, position);
      return true;
    });
  }

  /** Writes how far a batch has brought us, or throws `Overtaken`; call `settle` when the transaction is committed. */
  async advance(
    connection: pg.Pool | pg.PoolClient,
    batch: Batch,
    last: ReadonlyMap<string, number>,
  ): Promise<void> {
    const { topic, partition, nextOffset } = batch;
    const { rowCount } = await connection.query({
      name: 'heard',
      text: `with moved as (
               insert into heard_offset values ($1, $2, $5)
               on conflict (topic, partition) do update set next_offset = excluded.next_offset
                where heard_offset.next_offset = $6
               returning topic, partition),
             told as (
               insert into heard (topic, partition, source, position)
               select topic, partition, source, position
                 from moved, unnest($3::text[], $4::bigint[]) as given(source, position)
               on conflict (topic, partition, source) do update set position = excluded.position)
             select from moved`,
      values: [
        ...[topic, partition, [...last.keys()], [...last.values()], nextOffset],
        this.offsets.get(placeOf(batch)) ?? null,
      ],
    });
    if (rowCount === 0) throw new Overtaken(batch);
  }

  settle(batch: Batch, last: ReadonlyMap<string, number>): void {
    const place = placeOf(batch);
    this.positions.set(place, new Map([...(this.positions.get(place) ?? []), ...last]));
    this.offsets.set(place, Number(batch.nextOffset));
  }
}

export const placeOf = ({ topic, partition }: Pick<PartitionEnd, 'topic' | 'partition'>): string =>
  `${topic}/${partition}`;
