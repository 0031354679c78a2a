import { LRUCache } from 'lru-cache';
import type { Problem } from '#libs/http';
import type { Mapping } from '../../mapping/mapping.js';
import type { Grouped, GroupedBatch } from '../../reading/grouped.js';
import { readVisits } from '../../reading/visits.js';
import type { RefusedRow } from '../import.events.js';
import { clientOf, idOf, returnOf, storeOf, visitOf } from './history.js';
import type { LirenApi } from './liren-api.query.js';
import type { Job, Piece } from './piece.js';
import { reasonOf } from './reason.js';

type Sending = Pick<Job<Mapping>, 'mapping' | 'scan' | 'signal'>;

/** A history as it goes to the platform; a dry run goes by what the mapping says alone. */
export async function* historyPieces(api: LirenApi, job: Job<Mapping>): AsyncGenerator<Piece> {
  const { path, fileName: name, mapping, scan, dryRun } = job;
  const history = dryRun ? undefined : await SentHistory.begin(api, job);
  for await (const batch of readVisits({ path, name }, mapping, scan)) {
    const send = () => history?.send(batch) ?? Promise.resolve(refusedIn(batch));
    yield { throughRow: batch.throughRow, send };
  }
}

/** What the mapping itself does not take. */
const refusedIn = ({ refused }: GroupedBatch): RefusedRow[] =>
  refused.map(({ row, code, reason }) => ({ row, code, reason }));

interface Outcome {
  readonly problem: Problem | null;
}

/** Where a kind of history goes, and how it is said there. */
interface Way {
  readonly path: string;
  readonly name: string;
  readonly bodyOf: (one: Grouped) => object;
}

const CLIENTS_REMEMBERED = 100_000;

/** One file's history on its way to the platform: stores first, then clients before their visits. What is refused stops nothing. */
export class SentHistory {
  private readonly clients = new LRUCache<string, string>({ max: CLIENTS_REMEMBERED });
  /** By store of the file, why it could not be opened. */
  private readonly unopened = new Map<string, Problem>();
  /** By client of the file, why she could not be registered. */
  private readonly unregistered = new Map<string, Problem>();

  private constructor(
    private readonly api: LirenApi,
    private readonly sending: Sending,
  ) {}

  /** Opens the stores that the file names. */
  static async begin(api: LirenApi, sending: Sending): Promise<SentHistory> {
    const history = new SentHistory(api, sending);
    for (const storeKey of sending.scan.storeKeys) {
      const store = storeOf(storeKey, sending.mapping);
      const { status, answer } = await api.post<Problem>('/v1/stores', store, sending.signal);
      if (status !== 201 && answer.code !== 'store-already-open') history.unopened.set(storeKey, answer);
    }
    return history;
  }

  /** Resolves to the rows that were not taken, by anybody, in their order. */
  async send(batch: GroupedBatch): Promise<RefusedRow[]> {
    const { visits } = batch;
    await this.registerClients(visits.filter(({ storeKey }) => !this.unopened.has(storeKey)));
    const sendable = visits.filter((one) => this.obstacleTo(one) === undefined);
    const refusals = await Promise.all([
      this.sendAll(
        sendable.filter(({ kind }) => kind === 'sale'),
        this.visits,
      ),
      this.sendAll(
        sendable.filter(({ kind }) => kind === 'return'),
        this.returns,
      ),
    ]);
    const kept = visits.flatMap((one) => {
      const obstacle = this.obstacleTo(one);
      return obstacle === undefined ? [] : rowsOf(one, obstacle);
    });
    return [...refusedIn(batch), ...kept, ...refusals.flat()].sort((one, other) => one.row - other.row);
  }

  /** Why a visit cannot be sent: its store or its client is not there. */
  private obstacleTo({ storeKey, clientKey }: Grouped): Problem | undefined {
    const store = this.unopened.get(storeKey);
    if (store !== undefined) return { ...store, code: 'store-not-opened' };
    const client = clientKey === null ? undefined : this.unregistered.get(clientKey);
    return client === undefined ? undefined : { ...client, code: 'client-not-registered' };
  }

  private get visits(): Way {
    const bodyOf = (one: Grouped) => visitOf(one, this.clientIdOf(one), this.sending.mapping);
    return { path: '/v1/visits/batch', name: 'visits', bodyOf };
  }

  private get returns(): Way {
    const bodyOf = (one: Grouped) => returnOf(one, this.clientIdOf(one), this.sending.mapping);
    return { path: '/v1/unmatched-returns/batch', name: 'returns', bodyOf };
  }

  private clientIdOf({ clientKey }: Grouped): string | null {
    if (clientKey === null) return null;
    return this.clients.get(clientKey) ?? idOf(this.sending.mapping.source, 'client', clientKey);
  }

  private async registerClients(visits: readonly Grouped[]): Promise<void> {
    const fresh = new Map<string, Grouped>();
    for (const visit of visits) {
      const { clientKey } = visit;
      if (clientKey !== null && !this.clients.has(clientKey) && !fresh.has(clientKey))
        fresh.set(clientKey, visit);
    }
    if (fresh.size === 0) return;
    const { mapping, signal } = this.sending;
    const given = { clients: [...fresh.values()].map((visit) => clientOf(visit, mapping)) };
    const { status, answer } = await this.api.post<{ outcomes: (Outcome & { clientId: string })[] }>(
      '/v1/clients/batch',
      given,
      signal,
    );
    if (status !== 200) throw new Error(`Clients cannot be registered: ${JSON.stringify(answer)}`);
    [...fresh.keys()].forEach((clientKey, at) => {
      const { clientId, problem } = answer.outcomes[at]!;
      if (problem === null) this.clients.set(clientKey, clientId);
      else this.unregistered.set(clientKey, problem);
    });
  }

  /** A batch that is refused as a whole is sent one by one, so that only what is at fault stays out. */
  private async sendAll(grouped: readonly Grouped[], way: Way): Promise<RefusedRow[]> {
    if (grouped.length === 0) return [];
    const body = { [way.name]: grouped.map(way.bodyOf) };
    const { status, answer } = await this.api.post<{ outcomes: Outcome[] } & Problem>(
      way.path,
      body,
      this.sending.signal,
    );
    if (status === 200)
      return answer.outcomes.flatMap(({ problem }, at) =>
        problem === null ? [] : rowsOf(grouped[at]!, problem),
      );
    if (grouped.length === 1) return rowsOf(grouped[0]!, answer);
    return (await Promise.all(grouped.map((one) => this.sendAll([one], way)))).flat();
  }
}

/** Every row of a visit or return that was refused, with the reason in words. */
const rowsOf = ({ lines }: Grouped, problem: Problem): RefusedRow[] =>
  lines.map(({ row }) => ({ row, code: problem.code, reason: reasonOf(problem) }));
