import { setTimeout as sleep } from 'node:timers/promises';
import { number } from './invariant.js';
import type { PlatformData } from './platform-data.js';
import { kafkaClient, kafkaEnds } from './topics/kafka-client.js';
import { topicOfService } from './topics/told-record.js';

/** How far every log had come, and who has not heard of all that yet. */
export interface Settled {
  /** Position of the last fact, by service, when waiting began. */
  readonly heads: ReadonlyMap<string, number>;
  /** A sentence for each that is behind; empty when all that the logs said has arrived everywhere. */
  readonly behind: readonly string[];
}

type Look = () => Promise<string[]>;

const STEP_MS = 250;

/** Waits, up to `patienceMs`, until what the logs say now is told, heard and in the views. */
export const settle = async (data: PlatformData, patienceMs: number): Promise<Settled> => {
  const deadline = performance.now() + patienceMs;
  const none = async (look: Look): Promise<string[]> => {
    for (;;) {
      const found = await look();
      if (found.length === 0 || performance.now() >= deadline) return found;
      await sleep(STEP_MS);
    }
  };
  const heads = await headsOf(data);
  const untold = await none(() => untoldUpTo(data, heads));
  const ends = await endsOf(data);
  const unheard = await none(() => unheardUpTo(data, ends));
  const unseen = await none(await viewsBehind(data));
  return { heads, behind: [...untold, ...unheard, ...unseen] };
};

const headsOf = async ({ services }: PlatformData): Promise<Map<string, number>> => {
  const heads = new Map<string, number>();
  for (const service of services) {
    const { head } = await service.row<{ head: number }>(
      'select coalesce(max(position), 0) as head from event',
    );
    heads.set(service.name, head);
  }
  return heads;
};

const untoldUpTo = async (
  { services }: PlatformData,
  heads: ReadonlyMap<string, number>,
): Promise<string[]> => {
  const behind: string[] = [];
  for (const service of services) {
    const { position } = await service.row<{ position: number }>('select position from relay');
    const left = heads.get(service.name)! - position;
    if (left > 0) behind.push(`${service.name} has not told ${number(left)} of its facts yet`);
  }
  return behind;
};

/** Topics that are not reported on: what is in them are acknowledgements alone, which `clients` hears. */
const NOT_REPORTED: ReadonlySet<string> = new Set(['reporting', 'imports'].map(topicOfService));

/** Where topics end now, by `topic/partition`. */
const endsOf = async ({ bus, kafka, services }: PlatformData): Promise<Map<string, number>> => {
  if (kafka.brokers.length > 0) {
    const topics = services.map(({ name }) => topicOfService(name));
    return kafkaEnds(kafkaClient(kafka.brokers), topics);
  }
  if (bus === undefined || kafka.absent !== undefined) return new Map();
  const rows = await bus.rows<{ place: string; end: number }>(
    `select topic || '/' || partition as place, next_offset as end from topic_partition`,
  );
  return new Map(rows.map(({ place, end }) => [place, end]));
};

const unheardUpTo = async (
  { services }: PlatformData,
  ends: ReadonlyMap<string, number>,
): Promise<string[]> => {
  const behind: string[] = [];
  for (const service of services) {
    const heard = await service.rows<{ place: string; next: number }>(
      `select topic || '/' || partition as place, next_offset as next from heard_offset`,
    );
    const offsets = new Map(heard.map(({ place, next }) => [place, next]));
    for (const [place, end] of ends) {
      const next = offsets.get(place) ?? (service.name === 'reporting' && isReported(place) ? 0 : end);
      if (next < end)
        behind.push(`${service.name} has not heard ${number(end - next)} messages of ${place} yet`);
    }
  }
  return behind;
};

const isReported = (place: string): boolean => !NOT_REPORTED.has(place.slice(0, place.lastIndexOf('/')));

const viewsBehind = async ({ of }: PlatformData): Promise<Look> => {
  const reporting = of('reporting');
  if (reporting === undefined) return async () => [];
  const { head } = await reporting.row<{ head: number }>(
    'select coalesce(max(position), 0) as head from kept_message',
  );
  return () =>
    reporting.failing<{ name: string; left: number }>(
      'select name, $1 - position as left from view_state where live and position < $1 order by name',
      [head],
      ({ name, left }) => `its view ${name} is ${number(left)} messages behind`,
    );
};
