import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { EventStore, inCommandContext, uuidv7, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, LOGGER, Views } from '#libs/service';
import { parseMapping } from '../mapping/any-mapping.js';
import type { Scan } from '../reading/grouped.js';
import { scanFile } from '../reading/scan-file.js';
import type { ImportEvent } from './import.events.js';
import { historyImport, type Import } from './import.js';
import { SpoolFile } from './spool-file.process.js';
import { completeImport, failImport } from './run-import/record-progress.js';
import type { Job } from './run-import/piece.js';
import { RunImport } from './run-import/run-import.process.js';

/** How far an import under way has come, from memory. */
export interface Progress {
  readonly rows: number;
  readonly rowsTotal: number;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number | null;
}

interface Underway {
  throughRow: number;
  readonly fromRow: number;
  readonly lastRow: number;
  readonly startedAt: number;
}

/** Runs imports in the background, one at a time; those that a crash interrupted go on when the service starts. */
@Injectable()
export class RunImports implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly underway = new Map<string, Underway>();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly runner: RunImport,
    private readonly events: EventStore,
    private readonly spool: SpoolFile,
    private readonly dataSource: DataSource,
    private readonly views: Views,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.resume().catch((error: unknown) =>
      this.logger.error({ err: error }, 'imports could not go on'),
    );
  }

  private async resume(): Promise<void> {
    await this.views.reached('unfinished_import', await this.events.head());
    const unfinished = await this.dataSource.query<{ importId: string }[]>(
      'select "importId" from unfinished_import order by "importId"',
    );
    for (const { importId } of unfinished) this.begin(importId);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.queue;
  }

  /** Runs an import that was started; one that is under way already is left alone. */
  begin(importId: string, scan?: Scan): void {
    if (this.underway.has(importId)) return;
    this.underway.set(importId, {
      throughRow: 0,
      fromRow: 0,
      lastRow: scan?.lastRow ?? 0,
      startedAt: performance.now(),
    });
    this.queue = this.queue
      .then(() => this.run(importId, scan))
      .catch((error: unknown) => this.logger.error({ err: error, importId }, 'an import could not be ended'))
      .finally(() => this.underway.delete(importId));
  }

  progress(importId: string): Progress | null {
    const found = this.underway.get(importId);
    if (found === undefined) return null;
    const { throughRow, fromRow, lastRow, startedAt } = found;
    const seconds = (performance.now() - startedAt) / 1_000;
    const rowsPerSecond = Math.round(Math.max(0, throughRow - fromRow) / seconds);
    const secondsLeft = rowsPerSecond === 0 ? null : Math.ceil((lastRow - throughRow) / rowsPerSecond);
    return {
      rows: Math.max(0, throughRow - 1),
      rowsTotal: Math.max(0, lastRow - 1),
      rowsPerSecond,
      secondsLeft,
    };
  }

  private async run(importId: string, given?: Scan): Promise<void> {
    if (this.stopping.signal.aborted) return;
    try {
      const job = await this.prepare(importId, given);
      await this.runner.run(job);
      const { rows, visits, returns } = job.scan;
      const result = { importId, rows, visits, returns, occurredAt: this.now() };
      await this.decide(importId, (state) => completeImport(result, state));
      await this.spool.forget(importId);
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      await this.fail(importId, error);
      await this.spool.forget(importId); // to go on it is sent again
    }
  }

  private async prepare(importId: string, given?: Scan): Promise<Job> {
    const { state } = await this.events.load(historyImport, importId);
    const { fileName, mapping: stored, startedBy: behalf, dryRun = false } = state.file!;
    const mapping = parseMapping(stored);
    const path = this.spool.pathOf(importId);
    const scan = given ?? (await scanFile({ path, name: fileName }, mapping));
    const progress: Underway = {
      throughRow: state.throughRow,
      fromRow: state.throughRow,
      lastRow: scan.lastRow,
      startedAt: performance.now(),
    };
    this.underway.set(importId, progress);
    const onProgress = (row: number): void => {
      progress.throughRow = Math.max(progress.throughRow, row);
    };
    const { throughRow: fromRow } = state;
    const file = { importId, path, fileName, mapping, behalf, dryRun, scan };
    return { ...file, fromRow, onProgress, signal: this.stopping.signal };
  }

  private async fail(importId: string, error: unknown): Promise<void> {
    this.logger.error({ err: error, importId }, 'an import failed');
    const { code = 'failed', message = String(error) } = error as { code?: string; message?: string };
    const failure = { importId, code, message, occurredAt: this.now() };
    await this.decide(importId, (state) => failImport(failure, state));
  }

  /** In a context of its own: what runs here belongs to no request. */
  private decide(importId: string, decision: (state: Import) => readonly ImportEvent[]): Promise<Committed> {
    return inCommandContext({ commandId: uuidv7() }, () =>
      this.events.transact(historyImport, importId, decision),
    );
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
