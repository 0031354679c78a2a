import { Inject, Injectable } from '@nestjs/common';
import { derivedId, EventStore, inCommandContext } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import type { RefusedRow } from '../import.events.js';
import { historyImport } from '../import.js';
import { LirenApi } from './liren-api.query.js';
import type { Job, Piece } from './piece.js';
import { recordRowsSent } from './record-progress.js';
import { clientPieces } from './sent-clients.process.js';
import { historyPieces } from './sent-history.process.js';

const BATCHES_IN_FLIGHT = 4;

/** Sends a file to the platform, a few pieces at a time. */
@Injectable()
export class RunImport {
  constructor(
    private readonly api: LirenApi,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(job: Job): Promise<void> {
    const inFlight: Promise<void>[] = [];
    let recorded: Promise<void> = Promise.resolve();
    for await (const piece of piecesOf(this.api.for(job.behalf), job)) {
      if (piece.throughRow <= job.fromRow) continue;
      if (inFlight.length === BATCHES_IN_FLIGHT) await inFlight.shift();
      const sent = piece.send();
      const before = recorded;
      // Recorded in the order of the file, so that going on from the last row recorded leaves nothing out.
      recorded = sent.then(async (refused) => {
        await before;
        await this.record(job, piece, refused);
      });
      recorded.catch(() => undefined); // awaited below
      inFlight.push(recorded);
    }
    await Promise.all(inFlight);
  }

  private async record(job: Job, { throughRow }: Piece, refused: RefusedRow[]): Promise<void> {
    job.onProgress(throughRow);
    const { importId } = job;
    const sent = { importId, throughRow, refused, occurredAt: this.clock.now().toISOString() };
    await inCommandContext({ commandId: derivedId(importId, `sent through ${throughRow}`) }, () =>
      this.events.transact(historyImport, importId, (state) => recordRowsSent(sent, state)),
    );
  }
}

const piecesOf = (api: LirenApi, job: Job): AsyncGenerator<Piece> => {
  const { mapping } = job;
  return mapping.kind === 'clients'
    ? clientPieces(api, { ...job, mapping })
    : historyPieces(api, { ...job, mapping });
};
