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

/** Builds a view anew up to where the live one is, and compares them row by row, all as of one moment. */
export const compareView = (service: ServiceData, projection: AnyProjection): Promise<Compared> =>
  service.inSnapshot(async () => {
    const { name } = projection;
    const [live] = await service.rows<Live>(LIVE, [name]);
    if (live === undefined) return failing(service, `view ${name} was never built: start the platform`);
    if (live.shape !== shapeOf(projection))
      return failing(service, `view ${name} has another shape than this version’s: start the platform`);
    const table = tableOf(name, live.generation);
    try {
      await rebuild(service, projection, table, live.position);
    } catch (error) {
      return failing(service, `view ${name} cannot be rebuilt: ${(error as Error).message}`);
    }
    const { rows } = await service.row<{ rows: number }>(`select count(*) as rows from ${table}`);
    const failures = [...misled(service, name, live), ...(await differences(service, projection, table))];
    return { rows, failures };
  });

const LIVE = `
select generation, position, shape,
       exists (select from information_schema.view_table_usage
                where view_name = name and table_name = name || '__' || generation) as read
  from view_state where name = $1 and live`;

const failing = ({ name }: ServiceData, failure: string): Compared => ({
  rows: 0,
  failures: [`${name}: ${failure}`],
});

const misled = (service: ServiceData, name: string, { read }: Live): string[] =>
  read ? [] : [`${service.name}: readers of view ${name} are led to another table than the live one`];

const differences = (service: ServiceData, { name, key }: AnyProjection, table: string): Promise<string[]> =>
  service.failing<{ key: string; live: boolean; rebuilt: boolean }>(
    `select key, live.digest is not null as live, rebuilt.digest is not null as rebuilt
       from (select "${key}" as key, md5(t::text) as digest from ${table} as t) as live
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
