import type { DomainEvent, Projection, Recorded } from '#libs/event-sourcing';
import { isFollowed } from '#libs/event-store';
import type { ServiceData } from '../service-data.js';
import { factsUpTo } from './facts.js';

export type AnyProjection = Projection<DomainEvent>;

type Row = Record<string, unknown>;

/** The temporary table that a view is built in; it looks as the live one does. */
export const SCRATCH = 'rebuilt';

/** Folds everything up to a position into the scratch table. Facts never change, so no snapshot is needed. */
export const rebuild = async (
  service: ServiceData,
  projection: AnyProjection,
  position: number,
): Promise<void> => {
  for await (const page of factsUpTo(service, position)) {
    const facts = page.filter(({ stream }) => isFollowed(projection, stream));
    const wanted = [...new Set(facts.flatMap((fact) => projection.reads?.(fact) ?? []))];
    const known = await rowsOf(service, projection.key, wanted);
    await write(service, projection, fold(projection, facts, known));
  }
};

const rowsOf = async (
  service: ServiceData,
  key: string,
  wanted: readonly string[],
): Promise<Map<string, Row>> => {
  if (wanted.length === 0) return new Map();
  const rows = await service.rows<Row>(`select * from ${SCRATCH} where "${key}" = any($1)`, [wanted]);
  return new Map(rows.map((row) => [String(row[key]), row]));
};

/** The rows that these facts leave; undefined for one that is gone. */
const fold = (
  { on }: AnyProjection,
  facts: readonly Recorded[],
  known: ReadonlyMap<string, Row>,
): Map<string, Row | undefined> => {
  const touched = new Map<string, Row | undefined>();
  const access = {
    get: (key: string) => (touched.has(key) ? touched.get(key) : known.get(key)),
    set: (key: string, row: Row) => void touched.set(key, row),
    delete: (key: string) => void touched.set(key, undefined),
  };
  for (const fact of facts) {
    const handle = on[fact.type];
    if (handle === undefined) throw new Error(`has no case for ${fact.type} at ${fact.position}`);
    handle(fact, access);
  }
  return touched;
};

const write = async (
  service: ServiceData,
  { key, columns }: AnyProjection,
  touched: ReadonlyMap<string, Row | undefined>,
): Promise<void> => {
  const gone = [...touched].filter(([, row]) => row === undefined).map(([id]) => id);
  if (gone.length > 0) await service.rows(`delete from ${SCRATCH} where "${key}" = any($1)`, [gone]);
  const rows = [...touched.values()].filter((row) => row !== undefined);
  const set = Object.keys(columns).map((column) => `"${column}" = excluded."${column}"`);
  await service.rows(
    `insert into ${SCRATCH} select * from json_populate_recordset(null::${SCRATCH}, $1::json)
     on conflict ("${key}") do update set ${set.join(', ')}`,
    [JSON.stringify(rows)],
  );
};
