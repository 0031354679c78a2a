import { Inject, Injectable } from '@nestjs/common';
import { derivedId, EventStore, inCommandContext } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import type { Mapping } from '../../mapping/mapping.js';
import type { GroupedBatch, Scan } from '../../reading/grouped.js';
import { readVisits } from '../../reading/visits.js';
import type { RefusedRow } from '../import.events.js';
import { historyImport } from '../import.js';
import { LirenApi, type Behalf } from './liren-api.query.js';
import { recordRowsSent } from './record-progress.js';
import { SentHistory } from './sent-history.process.js';

const BATCHES_IN_FLIGHT = 4;

/** One import under way. */
export interface Job {
  readonly importId: string;
  readonly path: string;
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly behalf: Behalf | undefined;
  readonly scan: Scan;
  /** Rows up to this one were sent before. */
  readonly fromRow: number;
  readonly signal: AbortSignal;
  readonly onProgress: (throughRow: number) => void;
}

/** Sends a file's history to the platform: stores first, then clients before their visits, a few batches at a time. */
@Injectable()
export class RunImport {
  constructor(
    private readonly api: LirenApi,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(job: Job): Promise<void> {
    const history = await SentHistory.begin(this.api.for(job.behalf), job);
    const inFlight: Promise<void>[] = [];
    let recorded: Promise<void> = Promise.resolve();
    for await (const batch of readVisits({ path: job.path, name: job.fileName }, job.mapping, job.scan)) {
      if (batch.throughRow <= job.fromRow) continue;
      if (inFlight.length === BATCHES_IN_FLIGHT) await inFlight.shift();
      const sent = history.send(batch);
      const before = recorded;
      // Recorded in the order of the file, so that going on from the last row recorded leaves nothing out.
      recorded = sent.then(async (refused) => {
        await before;
        await this.record(job, batch, refused);
      });
      recorded.catch(() => undefined); // awaited below
      inFlight.push(recorded);
    }
    await Promise.all(inFlight);
  }

  private async record(job: Job, { throughRow }: GroupedBatch, refused: RefusedRow[]): Promise<void> {
    job.onProgress(throughRow);
    const { importId } = job;
    const sent = { importId, throughRow, refused, occurredAt: this.clock.now().toISOString() };
    await inCommandContext({ commandId: derivedId(importId, `sent through ${throughRow}`) }, () =>
      this.events.transact(historyImport, importId, (state) => recordRowsSent(sent, state)),
    );
  }
}
