import { number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';

/**
 * I9: every 2xx survives. A data folder shows that no log has a hole or a lost end: whoever read a fact has not gone
 * further than its log goes. It cannot show an answer that nobody kept: the fault tests compare answers with it.
 */
export const answeredIsDurable: Invariant = {
  id: 'I9',
  checks: 'no log has a hole or has lost its end',
  check: async ({ services }: PlatformData): Promise<Finding> => {
    const failures: string[] = [];
    const heads = new Map<string, number>();
    for (const service of services) {
      const { head } = await service.row<{ head: number }>('select position as head from head');
      heads.set(service.name, head);
    }
    for (const service of services) {
      failures.push(...(await holes(service)), ...(await ownReaders(service)));
      failures.push(...(await listeners(service, services)));
    }
    const facts = [...heads.values()].reduce((sum, head) => sum + head, 0);
    return { counted: `${number(facts)} facts in ${services.length} logs`, failures };
  },
};

const holes = async (service: ServiceData): Promise<string[]> => [
  ...(await service.failing<{ head: number; last: number; count: number }>(
    `select head.position as head, last, count
       from head, (select coalesce(max(position), 0) as last, count(*) as count from event) as log
      where head.position <> last or last <> count`,
    [],
    ({ head, last, count }) => `the head is ${head}, the last position ${last}, and there are ${count} facts`,
  )),
  ...(await service.failing<{ before: number; position: number }>(
    `select before, position
       from (select position, lag(position, 1, 0::bigint) over (order by position) as before from event) as step
      where position <> before + 1
      order by position`,
    [],
    ({ before, position }) => `after position ${before} comes ${position}`,
  )),
  ...(await service.failing<{ position: number }>(
    `select position
       from (select position, recorded_at, lag(recorded_at) over (order by position) as before from event) as step
      where recorded_at < before
      order by position`,
    [],
    ({ position }) => `fact ${position} was recorded before the one before it`,
  )),
];

/** What follows the service's own log: its relay, and its views, but those of reporting, which follow messages. */
const ownReaders = (service: ServiceData): Promise<string[]> =>
  service.failing<{ reader: string; position: number; last: number }>(
    `select reader, reader_position as position, last
       from (select 'its relay' as reader, position as reader_position from relay
             union all
             select 'its view ' || name, position from view_state where live and $1 <> 'reporting') as readers,
            (select coalesce(max(position), 0) as last from event) as log
      where reader_position > last
      order by reader`,
    [service.name],
    ({ reader, position, last }) => `${reader} is at ${position}, its log ends at ${last}`,
  );

const listeners = async (service: ServiceData, all: readonly ServiceData[]): Promise<string[]> => {
  const heard = await service.rows<{ source: string; position: number }>(
    'select source, max(position) as position from heard group by source order by source',
  );
  const beyond = heard.map(async ({ source, position }) => {
    const teller = all.find(({ name }) => source.endsWith(`/${name}`));
    const { last } = (await teller?.row<{ last: number }>(
      'select coalesce(max(position), 0) as last from event',
    )) ?? { last: position }; // a node whose log is elsewhere
    return position > last
      ? [`${service.name}: has heard position ${position} of ${source}, whose log ends at ${last}`]
      : [];
  });
  return (await Promise.all(beyond)).flat();
};
