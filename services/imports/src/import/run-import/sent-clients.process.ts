import type { Problem } from '#libs/http';
import type { ClientRow } from '../../mapping/client-row.js';
import type { ClientsMapping } from '../../mapping/clients-mapping.js';
import type { Refused } from '../../mapping/interpreted.js';
import { readClients } from '../../reading/clients.js';
import type { RefusedRow } from '../import.events.js';
import { clientFileOf } from './client-file.js';
import { inPieces } from './in-pieces.js';
import type { LirenApi } from './liren-api.query.js';
import type { Job, Piece } from './piece.js';
import { reasonOf } from './reason.js';

interface Outcome {
  readonly clientId: string;
  readonly problem: Problem | null;
}

type Rows = readonly (ClientRow | Refused)[];

/** Client files as they go to the platform; a dry run asks there what would become of each. */
export async function* clientPieces(api: LirenApi, job: Job<ClientsMapping>): AsyncGenerator<Piece> {
  const unknown = await unknownStores(api, job);
  for await (const rows of readClients({ path: job.path, name: job.fileName }, job.mapping)) {
    for (const some of inPieces(rows)) {
      yield { throughRow: some.at(-1)!.row, send: () => sendRows(api, job, some, unknown) };
    }
  }
}

/** Stores that the file names and nobody has opened: a slip of the pen must not make a client of nowhere. */
const unknownStores = async (api: LirenApi, { scan, signal }: Job): Promise<Set<string>> => {
  const asked = scan.storeKeys.map(async (storeId) => {
    const { status } = await api.get(`/v1/stores/${encodeURIComponent(storeId)}`, signal);
    return status === 200 ? [] : [storeId];
  });
  return new Set((await Promise.all(asked)).flat());
};

const sendRows = async (
  api: LirenApi,
  job: Job<ClientsMapping>,
  rows: Rows,
  unknown: ReadonlySet<string>,
): Promise<RefusedRow[]> => {
  const here: ClientRow[] = [];
  const refused: RefusedRow[] = [];
  for (const one of rows) {
    if (one.kind === 'refused') refused.push({ row: one.row, code: one.code, reason: one.reason });
    else if (unknown.has(one.storeId)) refused.push({ row: one.row, ...NO_SUCH_STORE });
    else here.push(one);
  }
  return [...refused, ...(await sendClients(api, job, here))].sort((one, other) => one.row - other.row);
};

/** Rows that make the whole malformed are left out, and the others sent again. */
const sendClients = async (
  api: LirenApi,
  job: Job<ClientsMapping>,
  rows: readonly ClientRow[],
): Promise<RefusedRow[]> => {
  if (rows.length === 0) return [];
  const { importId, mapping, dryRun, signal } = job;
  const clients = rows.map((row) => clientFileOf(row, { importId, source: mapping.source }));
  const body = { clients, dryRun: dryRun || undefined };
  const { status, answer } = await api.post<{ outcomes: Outcome[] } & Problem>(
    '/v1/clients/batch',
    body,
    signal,
  );
  if (status === 200)
    return answer.outcomes.flatMap((outcome, at) => refusalOf(rows[at]!, clients[at]!, outcome));
  const faults = faultsByPlace(answer);
  if (faults.size === 0) throw new Error(`Clients cannot be registered: ${reasonOf(answer)}`);
  const malformed = [...faults].map(([at, reason]) => ({ row: rows[at]!.row, code: answer.code, reason }));
  const others = rows.filter((_, at) => !faults.has(at));
  return [...malformed, ...(await sendClients(api, job, others))];
};

const refusalOf = (
  { row }: ClientRow,
  sent: { readonly clientId: string },
  { clientId, problem }: Outcome,
): RefusedRow[] => {
  if (problem !== null) return [{ row, code: problem.code, reason: whyNot(problem) }];
  return clientId === sent.clientId ? [] : [{ row, ...KNOWN_ALREADY }];
};

/** Names the sections of her file where it was they that stood against it. */
const whyNot = (problem: Problem): string => {
  const sections = problem.context?.['sections'];
  return Array.isArray(sections) ? `${reasonOf(problem)} (${sections.join(', ')})` : reasonOf(problem);
};

/** What is wrong with each, by its place; fields come as `clients.3.phone`. */
const faultsByPlace = ({ errors = [] }: Problem): Map<number, string> => {
  const faults = new Map<number, string>();
  for (const { field, faults: said } of errors) {
    const [, place, within = ''] = /^clients\.(\d+)\.?(.*)$/.exec(field) ?? [];
    if (place === undefined) continue;
    const before = faults.get(Number(place));
    const fault = `${within} ${said.join(', ')}`.trim();
    faults.set(Number(place), before === undefined ? fault : `${before}; ${fault}`);
  }
  return faults;
};

const NO_SUCH_STORE = { code: 'unknown-store', reason: 'There is no store with the id that it names.' };
const KNOWN_ALREADY = {
  code: 'client-known-already',
  reason: 'Her phone or member number is that of a client who is known already; nothing was changed.',
};
