import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore } from '#libs/event-store';
import { Running, Views } from '#libs/service';
import { SpoolFile } from './spool-file.process.js';

const IDLE_MS = 10 * 60 * 1_000;

/** Files that a crash has left behind are dropped, for they tell in plain who people are; those of imports that go on stay. */
@Injectable()
export class SweepSpool implements OnApplicationBootstrap {
  constructor(
    private readonly spool: SpoolFile,
    private readonly events: EventStore,
    private readonly views: Views,
    private readonly dataSource: DataSource,
    private readonly running: Running,
  ) {}

  onApplicationBootstrap(): void {
    this.running.begin('sweeping files of imports', () => this.sweep(), IDLE_MS);
  }

  /** Resolves to whether there may be more at once: there is not. */
  async sweep(): Promise<boolean> {
    const left = await this.spool.leftAlone();
    if (!(await this.views.reached('unfinished_import', await this.events.head()))) return false;
    const unfinished = await this.dataSource.query<{ importId: string }[]>(
      'select "importId" from unfinished_import',
    );
    const goOn = new Set(unfinished.map(({ importId }) => importId));
    for (const name of left) if (!goOn.has(name)) await this.spool.forget(name);
    return false;
  }
}
