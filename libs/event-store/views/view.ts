import type pg from 'pg';
import type { Projection, Recorded } from '#libs/event-sourcing';
import { alone, aloneOrNot, inTransaction } from '../transaction.js';
import { foldPage } from './fold-page.js';
import { beginGeneration, dropOthers, goLive, holdStill, liveGeneration, takenOver } from './generations.js';
import type { LogSource } from './log-source.js';
import { shapeOf, tableOf, type AnyProjection, type ViewOwner } from './view-tables.js';

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
  /** Why the last rebuild was given up; the table before is in place still. */
  readonly rebuildFailure: string | null;
}

/** One view of one log: follows it live, and is rebuilt beside itself without readers noticing. */
export class View {
  private readonly projection: AnyProjection;
  private generation = 0;
  private reached = 0;
  private rebuilding: { position: number; head: number } | null = null;
  private rebuildFailure: string | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly source: LogSource,
    projection: Projection<never, never>,
    /** Left out where whoever follows the log may make tables, too. */
    private readonly owner?: ViewOwner,
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
    const { name, generation, reached, rebuilding, rebuildFailure } = this;
    return { name, generation, position: reached, rebuilding, rebuildFailure };
  }

  /** Finds the live table or makes the first; a view whose shape has changed is rebuilt before it is used. */
  async prepare(): Promise<void> {
    if (await this.adopt()) return this.clear();
    await alone(this.pool, this.lock, async () => {
      if (!(await this.adopt())) await this.build(); // another process may have made it meanwhile
    });
  }

  /** Follows one page; resolves to whether there may be more. */
  async tick(): Promise<boolean> {
    const { generation, reached } = this;
    const events = await this.source.readAll(reached, PAGE);
    if (events.length === 0) return false;
    const position = events.at(-1)!.position;
    if (!(await this.apply(events, { generation, live: true }, reached))) {
      await this.reload();
      return true;
    }
    if (this.generation === generation) this.reached = position; // else a rebuild has overtaken this page
    return events.length === PAGE;
  }

  /** Builds the view anew beside the live one and switches in one step. */
  async rebuild(): Promise<void> {
    if (this.rebuilding !== null) return;
    this.rebuilding = { position: 0, head: await this.source.head() };
    this.rebuildFailure = null;
    try {
      await alone(this.pool, this.lock, () => this.build());
    } catch (error) {
      this.rebuildFailure = (error as Error).message;
      await this.clear().catch(() => undefined); // else by whoever starts or rebuilds next
      throw error;
    } finally {
      this.rebuilding = null;
    }
  }

  /** Who may make and drop tables; undefined where nobody here may. */
  private get makes(): pg.Pool | undefined {
    return this.owner === undefined ? this.pool : this.owner.pool;
  }

  private get maker(): pg.Pool {
    const { makes } = this;
    if (makes !== undefined) return makes;
    throw new Error(
      `The table of view ${this.name} is missing or of an older shape: its owner must make it.`,
    );
  }

  private get lock(): string {
    return `rebuild ${this.name}`;
  }

  /** Of a rebuild that was broken off nothing is left, once somebody comes who may make tables. */
  private async clear(): Promise<void> {
    const { makes, name } = this;
    if (makes === undefined) return;
    await aloneOrNot(this.pool, this.lock, () => inTransaction(makes, (client) => dropOthers(client, name)));
  }

  /** Follows the live table from where it is, if it has the shape that is wanted. */
  private async adopt(): Promise<boolean> {
    const live = await liveGeneration(this.pool, this.name);
    if (live === undefined || live.shape !== shapeOf(this.projection)) return false;
    this.generation = live.generation;
    this.reached = live.position;
    return true;
  }

  private async build(): Promise<void> {
    const next = await beginGeneration(this.maker, this.projection, this.owner);
    await this.buildTo(next);
    const position = await this.switchTo(next);
    this.generation = next;
    this.reached = position;
  }

  private async buildTo(generation: number): Promise<void> {
    let position = 0;
    for (;;) {
      const events = await this.source.readAll(position, REBUILD_PAGE);
      if (events.length > 0) {
        if (!(await this.apply(events, { generation, live: false }, position))) throw takenOver(this.name);
        position = events.at(-1)!.position;
        if (this.rebuilding !== null) {
          this.rebuilding = { position, head: Math.max(position, this.rebuilding.head) };
        }
      }
      if (events.length < REBUILD_PAGE) return;
    }
  }

  /** The last few facts are folded under the lock that live following takes too, so nobody sees the view step back. */
  private switchTo(generation: number): Promise<number> {
    return inTransaction(this.maker, async (client) => {
      const { live, built } = await holdStill(client, this.name, generation);
      let position = built;
      while (position < live) {
        const events = await this.source.readAll(position, Math.min(PAGE, live - position));
        await foldPage(client, this.projection, tableOf(this.name, generation), events);
        position = events.at(-1)!.position;
      }
      await goLive(client, this.name, generation, position, this.owner);
      return position;
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
      await foldPage(client, this.projection, tableOf(this.name, generation), events);
      return true;
    });
  }

  private async reload(): Promise<void> {
    if (await this.adopt()) return;
    throw new Error(
      `View ${this.name} has another shape by now: a newer version of this service has rebuilt it.`,
    );
  }
}
