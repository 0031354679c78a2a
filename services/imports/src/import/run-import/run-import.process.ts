import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { derivedId, EventStore, inCommandContext } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import type { Problem } from '#libs/http';
import { CLOCK } from '#libs/service';
import type { Mapping } from '../../mapping/mapping.js';
import type { Grouped, GroupedBatch, Scan } from '../../reading/grouped.js';
import { readVisits } from '../../reading/visits.js';
import type { RefusedRow } from '../import.events.js';
import { historyImport } from '../import.js';
import { clientOf, idOf, returnOf, storeOf, visitOf } from './history.js';
import { LirenApi } from './liren-api.query.js';
import { recordRowsSent } from './record-progress.js';

const BATCHES_IN_FLIGHT = 4;
const CLIENTS_REMEMBERED = 100_000;

/** One import under way. */
export interface Job {
  readonly importId: string;
  readonly path: string;
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly scan: Scan;
  /** Rows up to this one were sent before. */
  readonly fromRow: number;
  readonly signal: AbortSignal;
  readonly onProgress: (throughRow: number) => void;
}

interface Outcome {
  readonly problem: Problem | null;
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
    await this.openStores(job);
    const clients = new LRUCache<string, string>({ max: CLIENTS_REMEMBERED });
    const inFlight: Promise<void>[] = [];
    let recorded: Promise<void> = Promise.resolve();
    for await (const batch of readVisits({ path: job.path, name: job.fileName }, job.mapping, job.scan)) {
      if (batch.throughRow <= job.fromRow) continue;
      if (inFlight.length === BATCHES_IN_FLIGHT) await inFlight.shift();
      const sent = this.send(batch, job, clients);
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

  private async openStores({ scan, mapping, signal }: Job): Promise<void> {
    for (const storeKey of scan.storeKeys) {
      const { status, answer } = await this.api.post<Problem>(
        '/v1/stores',
        storeOf(storeKey, mapping),
        signal,
      );
      if (status !== 201 && answer.code !== 'store-already-open') {
        throw new Error(
          `Store ${storeKey} cannot be opened: ${JSON.stringify(answer.errors ?? answer.detail)}`,
        );
      }
    }
  }

  private async send(
    batch: GroupedBatch,
    job: Job,
    clients: LRUCache<string, string>,
  ): Promise<RefusedRow[]> {
    const { mapping, signal } = job;
    await this.registerClients(batch.visits, job, clients);
    const clientIdOf = ({ clientKey }: Grouped): string | null =>
      clientKey === null ? null : (clients.get(clientKey) ?? idOf(mapping.source, 'client', clientKey));
    const sales = batch.visits.filter(({ kind }) => kind === 'sale');
    const returns = batch.visits.filter(({ kind }) => kind === 'return');
    const refused = await Promise.all([
      this.sendAll(
        '/v1/visits/batch',
        'visits',
        sales,
        (one) => visitOf(one, clientIdOf(one), mapping),
        signal,
      ),
      this.sendAll(
        '/v1/unmatched-returns/batch',
        'returns',
        returns,
        (one) => returnOf(one, clientIdOf(one), mapping),
        signal,
      ),
    ]);
    const rows = batch.refused.map(({ row, code, reason }) => ({ row, code, reason }));
    return [...rows, ...refused.flat()].sort((one, other) => one.row - other.row);
  }

  private async registerClients(
    visits: readonly Grouped[],
    job: Job,
    clients: LRUCache<string, string>,
  ): Promise<void> {
    const fresh = new Map<string, Grouped>();
    for (const visit of visits) {
      const { clientKey } = visit;
      if (clientKey !== null && !clients.has(clientKey) && !fresh.has(clientKey)) fresh.set(clientKey, visit);
    }
    if (fresh.size === 0) return;
    const given = { clients: [...fresh.values()].map((visit) => clientOf(visit, job.mapping)) };
    const { status, answer } = await this.api.post<{ outcomes: { clientId: string }[] }>(
      '/v1/clients/batch',
      given,
      job.signal,
    );
    if (status !== 200) throw new Error(`Clients cannot be registered: ${JSON.stringify(answer)}`);
    [...fresh.keys()].forEach((clientKey, at) => clients.set(clientKey, answer.outcomes[at]!.clientId));
  }

  private async sendAll(
    path: string,
    name: string,
    grouped: readonly Grouped[],
    toBody: (one: Grouped) => object,
    signal: AbortSignal,
  ): Promise<RefusedRow[]> {
    if (grouped.length === 0) return [];
    const body = { [name]: grouped.map(toBody) };
    const { status, answer } = await this.api.post<{ outcomes: Outcome[] }>(path, body, signal);
    if (status !== 200) throw new Error(`${path} refused a batch: ${JSON.stringify(answer)}`);
    return answer.outcomes.flatMap(({ problem }, at) => {
      if (problem === null) return [];
      const { code, detail = problem.title } = problem;
      return grouped[at]!.lines.map(({ row }) => ({ row, code, reason: detail }));
    });
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
