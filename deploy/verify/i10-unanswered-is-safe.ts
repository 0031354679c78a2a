import { number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';

/**
 * I10: asking again with the same key has one effect. A data folder shows that every command left one set of facts,
 * written in one step. It cannot show that a caller used the same key again.
 */
export const unansweredIsSafe: Invariant = {
  id: 'I10',
  checks: 'one set of facts per command id',
  check: async ({ services }: PlatformData): Promise<Finding> => {
    const failures: string[] = [];
    let commands = 0;
    for (const service of services) {
      failures.push(...(await apart(service)), ...(await repeated(service)));
      const { count } = await service.row<{ count: number }>(
        'select count(distinct command_id) as count from event',
      );
      commands += count;
    }
    return { counted: `${number(commands)} commands`, failures };
  },
};

interface Commanded {
  command: string;
  positions: string;
}

const POSITIONS = `string_agg(position::text, ', ' order by position) as positions`;

const apart = (service: ServiceData): Promise<string[]> =>
  service.failing<Commanded>(
    `select command_id as command, ${POSITIONS}
       from event
      group by command_id
     having max(position) - min(position) + 1 <> count(*)
         or count(distinct recorded_at) > 1 or count(distinct request_hash) > 1
      order by min(position)`,
    [],
    ({ command, positions }) => `command ${command} was done more than once, at ${positions}`,
  );

const repeated = (service: ServiceData): Promise<string[]> =>
  service.failing<Commanded>(
    `select command_id as command, ${POSITIONS}
       from event
      group by command_id, stream, type, data::text
     having count(*) > 1
      order by min(position)`,
    [],
    ({ command, positions }) => `command ${command} left the same fact twice, at ${positions}`,
  );
