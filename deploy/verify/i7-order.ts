import { number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';

/** I7: facts of a stream follow each other, messages of a key lie in that order, and were kept in it. */
export const order: Invariant = {
  id: 'I7',
  checks: 'order in streams, in topics, and as kept',
  check: async (data: PlatformData): Promise<Finding> => {
    await data.topics();
    const failures: string[] = [];
    const total = { streams: 0, keys: 0, kept: 0 };
    for (const service of data.services) {
      failures.push(...(await inTheLog(service)), ...(await inTheTopic(service)));
      const { streams, keys } = await service.row<{ streams: number; keys: number }>(
        `select (select count(*) from event where version = 1) as streams, count(distinct key) as keys from told`,
      );
      total.streams += streams;
      total.keys += keys;
    }
    const reporting = data.of('reporting');
    if (reporting !== undefined) {
      failures.push(...(await asKept(reporting)));
      total.kept = (await reporting.row<{ kept: number }>('select count(*) as kept from kept_message')).kept;
    }
    const { streams, keys, kept } = total;
    const counted = `${number(streams)} streams, ${number(keys)} keys, ${number(kept)} kept messages`;
    return { counted, failures, notShown: data.kafka.absent };
  },
};

interface Step {
  where: string;
  position: number;
  found: number;
  before: number;
}

const inTheLog = (service: ServiceData): Promise<string[]> =>
  service.failing<Step>(
    `select stream as where, position, version as found, before
       from (select stream, position, version,
                    coalesce(lag(version) over (partition by stream order by position), 0) as before from event) as step
      where version <> before + 1
      order by position`,
    [],
    ({ where, position, found, before }) => `${where} has version ${found} after ${before}, at ${position}`,
  );

/** Where a message lies for the first time; those that were sent again after a crash are passed over by readers. */
const FIRST = `
select distinct on (transport, id) * from told order by transport, id, partition, "offset"`;

const inTheTopic = async (service: ServiceData): Promise<string[]> => [
  ...(await service.failing<Step>(
    `select key as where, "offset" as position, position as found, before
       from (select *, lag(position) over (partition by transport, partition, source, key order by "offset") as before
               from (${FIRST}) as first) as step
      where position < before
      order by "offset"`,
    [],
    ({ where, position, found, before }) =>
      `in its topic, key ${where} has position ${found} after ${before}, at offset ${position}`,
  )),
  ...(await service.failing<{ key: string; partitions: string }>(
    `select key, string_agg(distinct partition::text, ', ') as partitions
       from told group by transport, key having count(distinct partition) > 1 order by key`,
    [],
    ({ key, partitions }) => `in its topic, key ${key} is in the partitions ${partitions}`,
  )),
];

/** A kept message has no key of its own; it is what its contract says. */
const KEY = `case when type like 'referrals.%' then data->>'introducedId' else coalesce(data->>'clientId', subject) end`;

const asKept = (reporting: ServiceData): Promise<string[]> =>
  reporting.failing<Step & { source: string }>(
    `select source, key as where, position, source_position as found, before
       from (select *, lag(source_position) over (partition by source, key order by position) as before
               from (select position, source, source_position, ${KEY} as key from kept_message) as kept) as step
      where source_position < before
      order by position`,
    [],
    ({ source, where, position, found, before }) =>
      `key ${where} of ${source} was kept at ${position} as position ${found}, after ${before}`,
  );
