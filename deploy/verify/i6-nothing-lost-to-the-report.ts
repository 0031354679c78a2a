import { nothingOf, number, type Finding, type Invariant } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import type { ServiceData } from './service-data.js';
import type { Service } from './services.js';
import { COUNTED, REPORTED, type Figure } from './totals/counted.js';

const NAMED = 5;

/** I6: the report's figures are those counted straight from the logs, store by store and month by month. */
export const nothingLostToTheReport: Invariant = {
  id: 'I6',
  checks: 'report = counted straight from the logs',
  check: async (data: PlatformData): Promise<Finding> => {
    const reporting = data.of('reporting');
    if (reporting === undefined) return nothingOf('reporting');
    const { heads, behind } = await data.settled();
    const parked = await parkedIn(data.services);
    if (behind.length > 0) return { counted: '–', failures: behind.map(advice(data.running)) };
    let figures = 0;
    const failures: string[] = [];
    for (const service of data.services) {
      const sql = COUNTED[service.name as Service];
      if (sql === undefined) continue;
      const head = heads.get(service.name)!;
      const counted = await service.rows<Figure>(sql, [head]);
      const reported = await reporting.rows<Figure>(REPORTED, [head, service.name]);
      figures += counted.length;
      failures.push(...differences(counted, reported));
    }
    const more = failures.length - NAMED;
    return {
      counted: `${number(figures)} figures${parked}`,
      failures: [...failures.slice(0, NAMED), ...(more > 0 ? [`and ${more} more of these`] : [])],
      notShown: failures.length > 0 ? data.kafka.absent : undefined,
    };
  },
};

const advice =
  (running: boolean) =>
  (lag: string): string =>
    running ? `${lag}, after waiting` : `${lag}: start the platform and let it catch up`;

const differences = (counted: readonly Figure[], reported: readonly Figure[]): string[] => {
  const left = new Map(reported.map((figure) => [placeOf(figure), figure.sum]));
  const wrong = counted.flatMap((figure) => {
    const place = placeOf(figure);
    const sum = left.get(place) ?? 0;
    left.delete(place);
    return sum === figure.sum ? [] : [`${place}: the report has ${sum}, the log ${figure.sum}`];
  });
  const invented = [...left].filter(([, sum]) => sum !== 0);
  return [...wrong, ...invented.map(([place, sum]) => `${place}: the report has ${sum}, the log nothing`)];
};

const placeOf = ({ metric, storeId, month }: Figure): string => `${metric} of ${storeId} in ${month}`;

/** Parked messages are not lost, but what they ask for has not been done. */
const parkedIn = async (services: readonly ServiceData[]): Promise<string> => {
  const parked: string[] = [];
  for (const service of services) {
    const { count } = await service.row<{ count: number }>('select count(*) as count from parked_message');
    if (count > 0) parked.push(`${number(count)} messages parked in ${service.name}`);
  }
  return parked.map((one) => `, ${one}`).join('');
};
