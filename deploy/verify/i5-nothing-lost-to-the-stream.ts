import { number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';
import type { Service } from './services.js';
import { contractOfRow, TOLD } from './told-facts.js';
import { topicOfService } from './topics/told-record.js';

interface Counts {
  told: number;
  waiting: number;
  records: number;
  distinct: number;
}

/** I5: what the log told up to the relay's checkpoint is in the topic, and nothing else is. */
export const nothingLostToTheStream: Invariant = {
  id: 'I5',
  checks: 'facts told = distinct ids in the topics',
  check: async (data: PlatformData): Promise<Finding> => {
    const checkpoints = await checkpointsOf(data.services); // before the topics: what comes later may be in them
    await data.topics();
    const findings = await Promise.all(
      data.services.flatMap((service) => {
        const checkpoint = checkpoints.get(service.name);
        return checkpoint === undefined ? [] : [findingOf(service, checkpoint)];
      }),
    );
    const lost = findings.flatMap((finding) => finding.lost);
    const { absent } = data.kafka;
    const failures = [...(absent === undefined ? lost : []), ...findings.flatMap(({ foreign }) => foreign)];
    const counted = summary(findings.map(({ counts }) => counts));
    return { counted, failures, notShown: lost.length > 0 ? absent : undefined };
  },
};

/** Position each relay has told up to, of those services that tell something. */
const checkpointsOf = async (services: readonly ServiceData[]): Promise<Map<string, number>> => {
  const checkpoints = new Map<string, number>();
  for (const service of services) {
    if (TOLD[service.name as Service] === undefined) continue;
    const { position } = await service.row<{ position: number }>('select position from relay');
    checkpoints.set(service.name, position);
  }
  return checkpoints;
};

const findingOf = async (service: ServiceData, checkpoint: number) => {
  const facts = TOLD[service.name as Service]!;
  const contract = contractOfRow(facts);
  const topic = topicOfService(service.name);
  const lost = await service.failing<{ position: number; type: string; id: string }>(
    `select position, type, id from event
      where position <= $1 and ${contract} is not null
        and not exists (select from told where told.position = event.position and told.id = event.id::text)
      order by position`,
    [checkpoint],
    ({ position, type, id }) => `${type} ${id} at ${position} is not in ${topic}`,
  );
  const foreign = [
    ...(await service.failing<{ type: string; id: string; position: number }>(
      `select distinct told.type, told.id, told.position
         from told left join (select position, id, ${contract} as contract from event) as fact
           on fact.position = told.position and fact.id::text = told.id and fact.contract = told.type
        where fact.id is null
        order by told.position`,
      [],
      ({ type, id, position }) => `${topic} has ${type} ${id} of position ${position}, the log has not`,
    )),
    ...(await service.failing<{ type: string }>(
      'select distinct type from event where type <> all($1) order by type',
      [Object.keys(facts)],
      ({ type }) => `nobody has written down here whether ${type} is told`,
    )),
  ];
  const counts = await service.row<Counts>(
    `select (select count(*) from event where position <= $1 and ${contract} is not null) as told,
            (select count(*) from event where position > $1) as waiting,
            count(*) as records, count(distinct id) as distinct
       from told where position <= $1`,
    [checkpoint],
  );
  return { lost, foreign, counts };
};

const summary = (all: readonly Counts[]): string => {
  const sum = (of: (counts: Counts) => number): number => all.reduce((total, one) => total + of(one), 0);
  const [told, distinct, waiting] = [
    sum((one) => one.told),
    sum((one) => one.distinct),
    sum((one) => one.waiting),
  ];
  const twice = sum(({ records }) => records) - distinct;
  return [
    `${number(told)} facts told, ${number(distinct)} ids in ${all.length} topics`,
    ...(twice > 0 ? [`${number(twice)} sent again`] : []),
    ...(waiting > 0 ? [`${number(waiting)} facts wait for their relay`] : []),
  ].join(', ');
};
