import type pg from 'pg';
import type { Projection, Recorded } from '#libs/event-sourcing';
import { inTransaction } from '../transaction.js';
import type { LogSource } from './log-source.js';
import {
  createTable,
  pointTo,
  readRows,
  shapeOf,
  tableOf,
  writeRows,
  type AnyProjection,
} from './view-tables.js';

/** Facts folded and written in one transaction. Small enough that readers of a busy log are never far behind. */
const PAGE = 1_000;
const REBUILD_PAGE = 5_000;

export interface ViewStatus {
  readonly name: string;
  /** Position the view has reached. */
  readonly position: number;
  readonly generation: number;
  /** Present while a rebuild is under way beside the live table. */
  readonly rebuilding: { readonly position: number; readonly head: number } | null;
}

/** One view of one log: follows it live, and is rebuilt beside itself without readers noticing. */
export class View {
  private readonly projection: AnyProjection;
  private generation = 0;
  private reached = 0;
  private rebuilding: { position: number; head: number } | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly source: LogSource,
    projection: Projection<never, never>,
  ) {
    this.projection = projection as unknown as AnyProjection;
  }

  get name(): string {
    return this.projection.name;
  }

  get position(): number {
    return this.reached;
  }

  status(): ViewStatus {
    const { name, generation, reached, rebuilding } = this;
    return { name, generation, position: reached, rebuilding };
  }

  /** Finds the live table or makes the first; a view whose shape has changed is rebuilt before it is used. */
  async prepare(): Promise<void> {
    const { rows } = await this.pool.query<{ generation: number; position: number; shape: string }>(
      'select generation, position, shape from view_state where name = $1 and live',
      [this.name],
    );
    const live = rows[0];
    if (live !== undefined && live.shape === shapeOf(this.projection)) {
      this.generation = live.generation;
      this.reached = live.position;
      return;
    }
    if (live !== undefined) this.generation = live.generation;
    await this.rebuild();
  }

  /** Follows one page; resolves to whether there may be more. */
  async tick(): Promise<boolean> {
    const events = await this.source.readAll(this.reached, PAGE);
    if (events.length === 0) return false;
    const moved = await this.apply(events, { generation: this.generation, live: true }, this.reached);
    if (moved) this.reached = events.at(-1)!.position;
    else await this.reload();
    return events.length === PAGE;
  }

  /** Builds the view anew beside the live one and switches in one step; the table before is kept until the next time. */
  async rebuild(): Promise<void> {
    if (this.rebuilding !== null) return;
    const next = await this.nextGeneration();
    this.rebuilding = { position: 0, head: await this.source.head() };
    try {
      await this.buildTo(next);
      await this.switchTo(next);
    } finally {
      this.rebuilding = null;
    }
  }

  private async buildTo(generation: number): Promise<void> {
    let position = 0;
    for (;;) {
      const events = await this.source.readAll(position, REBUILD_PAGE);
      if (events.length > 0) {
        await this.apply(events, { generation, live: false }, position);
        position = events.at(-1)!.position;
        this.rebuilding = { position, head: Math.max(position, this.rebuilding!.head) };
      }
      if (events.length < REBUILD_PAGE) return;
    }
  }

  /** The last few facts are folded under the lock that live following takes too, so nobody sees the view step back. */
  private async switchTo(generation: number): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ generation: number; position: number }>(
        'select generation, position from view_state where name = $1 and (live or generation = $2) for update',
        [this.name, generation],
      );
      const live = rows.find((row) => row.generation !== generation)?.position ?? 0;
      let position = rows.find((row) => row.generation === generation)!.position;
      while (position < live) {
        const events = await this.source.readAll(position, Math.min(PAGE, live - position));
        await this.fold(client, events, generation);
        position = events.at(-1)!.position;
      }
      await client.query('update view_state set live = (generation = $2) where name = $1', [
        this.name,
        generation,
      ]);
      await client.query('update view_state set position = $3 where name = $1 and generation = $2', [
        this.name,
        generation,
        position,
      ]);
      await pointTo(client, this.name, generation);
      this.generation = generation;
      this.reached = position;
    });
  }

  private async nextGeneration(): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ generation: number; live: boolean }>(
        'select generation, live from view_state where name = $1 order by generation for update',
        [this.name],
      );
      for (const old of rows.filter(({ live }) => !live)) {
        await client.query(`drop table if exists ${tableOf(this.name, old.generation)}`);
        await client.query('delete from view_state where name = $1 and generation = $2', [
          this.name,
          old.generation,
        ]);
      }
      const next = (rows.at(-1)?.generation ?? 0) + 1;
      await createTable(client, this.projection, next);
      await client.query('insert into view_state values ($1, $2, 0, $3, false)', [
        this.name,
        next,
        shapeOf(this.projection),
      ]);
      return next;
    });
  }

  /** False when somebody else has moved the view meanwhile; then nothing was written. */
  private async apply(
    events: readonly Recorded[],
    { generation, live }: { generation: number; live: boolean },
    before: number,
  ): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query({
        name: 'view-move',
        text: `update view_state set position = $3
                where name = $1 and generation = $2 and position = $4 and live = $5`,
        values: [this.name, generation, events.at(-1)!.position, before, live],
      });
      if (rowCount === 0) return false;
      await this.fold(client, events, generation);
      return true;
    });
  }

  private async fold(client: pg.PoolClient, events: readonly Recorded[], generation: number): Promise<void> {
    const { on, reads, key } = this.projection;
    const table = tableOf(this.name, generation);
    const rows = new Map<string, Record<string, unknown> | undefined>();
    const touched = new Map<string, Record<string, unknown> | undefined>();
    const wanted = reads === undefined ? [] : [...new Set(events.flatMap((event) => this.readsOf(event)))];
    if (wanted.length > 0) {
      for (const row of await readRows(client, this.projection, table, wanted))
        rows.set(String(row[key]), row);
    }
    const access = {
      get: (id: string) => rows.get(id),
      set: (id: string, row: Record<string, unknown>) => void (rows.set(id, row), touched.set(id, row)),
      delete: (id: string) => void (rows.delete(id), touched.set(id, undefined)),
    };
    for (const event of events) {
      const handle = on[event.type];
      if (handle === undefined) throw new Error(`View ${this.name} has no case for ${event.type}.`);
      handle(event, access);
    }
    await writeRows(client, this.projection, table, touched);
  }

  private readsOf(event: Recorded): readonly string[] {
    return this.projection.reads?.(event) ?? [];
  }

  private async reload(): Promise<void> {
    const { rows } = await this.pool.query<{ generation: number; position: number }>(
      'select generation, position from view_state where name = $1 and live',
      [this.name],
    );
    this.generation = rows[0]!.generation;
    this.reached = rows[0]!.position;
  }
}
