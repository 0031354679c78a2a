import { shapeOf, tableOf } from '#libs/event-store';
import type { ServiceData } from '../service-data.js';
import { rebuild, SCRATCH, type AnyProjection } from './rebuild.js';

export interface Compared {
  readonly rows: number;
  readonly failures: readonly string[];
}

interface Live {
  generation: number;
  position: number;
  shape: string;
  /** Whether readers are led to this table. */
  read: boolean;
}

/** A digest of every row of the live view, taken at one moment together with its position. */
const DIGESTS = 'live_digest';

/** Builds a view anew up to where the live one was a moment ago, and compares them row by row. */
export const compareView = async (service: ServiceData, projection: AnyProjection): Promise<Compared> => {
  const { name } = projection;
  await service.rows(`drop table if exists ${SCRATCH}, ${DIGESTS}`);
  const live = await service.inSnapshot(() => digest(service, projection));
  if (live === undefined) return failing(service, `view ${name} was never built: start the platform`);
  if (live.shape !== shapeOf(projection))
    return failing(service, `view ${name} has another shape than this version’s: start the platform`);
  try {
    await rebuild(service, projection, live.position);
  } catch (error) {
    return failing(service, `view ${name} cannot be rebuilt: ${(error as Error).message}`);
  }
  const { rows } = await service.row<{ rows: number }>(`select count(*) as rows from ${DIGESTS}`);
  return { rows, failures: [...misled(service, name, live), ...(await differences(service, projection))] };
};

const LIVE = `
select generation, position, shape,
       exists (select from information_schema.view_table_usage
                where view_name = name and table_name = name || '__' || generation) as read
  from view_state where name = $1 and live`;

const digest = async (service: ServiceData, { name, key }: AnyProjection): Promise<Live | undefined> => {
  const [live] = await service.rows<Live>(LIVE, [name]);
  if (live === undefined) return undefined;
  const table = tableOf(name, live.generation);
  await service.rows(
    `create temporary table ${DIGESTS} as select "${key}" as key, md5(t::text) as digest from ${table} as t`,
  );
  await service.rows(`create temporary table ${SCRATCH} (like ${table}, primary key ("${key}"))`);
  return live;
};

const failing = ({ name }: ServiceData, failure: string): Compared => ({
  rows: 0,
  failures: [`${name}: ${failure}`],
});

const misled = (service: ServiceData, name: string, { read }: Live): string[] =>
  read ? [] : [`${service.name}: readers of view ${name} are led to another table than the live one`];

const differences = (service: ServiceData, { name, key }: AnyProjection): Promise<string[]> =>
  service.failing<{ key: string; live: boolean; rebuilt: boolean }>(
    `select key, live.digest is not null as live, rebuilt.digest is not null as rebuilt
       from ${DIGESTS} as live
       full join (select "${key}" as key, md5(t::text) as digest from ${SCRATCH} as t) as rebuilt using (key)
      where live.digest is distinct from rebuilt.digest
      order by key`,
    [],
    (row) => `view ${name}: row ${row.key} ${howItDiffers(row)}`,
  );

const howItDiffers = ({ live, rebuilt }: { live: boolean; rebuilt: boolean }): string => {
  if (!rebuilt) return 'is in the live view and not in the rebuilt one';
  if (!live) return 'is in the rebuilt view and not in the live one';
  return 'differs between the live and the rebuilt view';
};
