import type { DomainEvent, Projection, Recorded } from '#libs/event-sourcing';
import type { ServiceData } from '../service-data.js';
import { factsUpTo } from './facts.js';

export type AnyProjection = Projection<DomainEvent>;

type Row = Record<string, unknown>;

/** The scratch table that a view is built in; gone with the snapshot it was made in. */
export const SCRATCH = 'rebuilt';

/** Folds everything up to a position into the scratch table, which looks as the live one does. */
export const rebuild = async (
  service: ServiceData,
  projection: AnyProjection,
  liveTable: string,
  position: number,
): Promise<void> => {
  await service.rows(`create temporary table ${SCRATCH} (like ${liveTable} including all)`);
  for await (const facts of factsUpTo(service, position)) {
    const wanted = [...new Set(facts.flatMap((fact) => projection.reads?.(fact) ?? []))];
    await write(
      service,
      projection.key,
      fold(projection, facts, await rowsOf(service, projection.key, wanted)),
    );
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
  key: string,
  touched: ReadonlyMap<string, Row | undefined>,
): Promise<void> => {
  const rows = [...touched.values()].filter((row) => row !== undefined);
  await service.rows(`delete from ${SCRATCH} where "${key}" = any($1)`, [[...touched.keys()]]);
  await service.rows(
    `insert into ${SCRATCH} select * from json_populate_recordset(null::${SCRATCH}, $1::json)`,
    [JSON.stringify(rows)],
  );
};
