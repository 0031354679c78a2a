import { DataSource } from 'typeorm';
import { databaseName, withDatabase } from '#libs/service';
import { eventually } from '#libs/testing';

/** Who listens to whom. */
const HEARS: Readonly<Record<string, readonly string[]>> = {
  stores: [],
  clients: ['visits'],
  visits: ['stores'],
  membership: ['clients', 'visits', 'referrals'],
  referrals: ['visits'],
  'follow-ups': ['visits'],
  complaints: ['stores'],
  reporting: ['stores', 'visits', 'membership', 'referrals', 'follow-ups', 'complaints'],
};
export const WITH_TIMERS = ['follow-ups', 'complaints'];

interface Stand {
  readonly head: number;
  readonly told: number;
  readonly shown: number;
  readonly heard: Readonly<Record<string, number>>;
}

const STAND = `
select h.position::int as head, relay.position::int as told,
       (select coalesce(min(position), h.position)::int from view_state where live) as shown,
       (select coalesce(json_object_agg(topic, next_offset), '{}') from heard_offset) as heard
  from HEAD h, relay`;

/** What the services have written down, read beside them. */
export interface Logs {
  query<Row>(service: string, sql: string, values?: unknown[]): Promise<Row[]>;
  /** Everything is told, heard and shown, and every timer that is due by this clock has fired. */
  settled(now: () => number): Promise<void>;
  close(): Promise<void>;
}

export const logsOf = (databaseUrl: string): Logs => {
  const opened = new Map<string, Promise<DataSource>>();
  const open = (service: string): Promise<DataSource> => {
    const url = withDatabase(databaseUrl, databaseName(databaseUrl, service));
    const opening = opened.get(service) ?? new DataSource({ type: 'postgres', url }).initialize();
    opened.set(service, opening);
    return opening;
  };
  const query = async <Row>(service: string, sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await open(service)).query<Row[]>(sql, values);

  const standOf = async (service: string): Promise<Stand> => {
    const head = service === 'reporting' ? 'kept_head' : 'head';
    const [stand] = await query<Stand>(service, STAND.replace('HEAD', head));
    return stand!;
  };
  /** Heads of all logs, when nobody is behind. */
  const heads = async (now: number): Promise<number[]> => {
    const said = await query<{ topic: string; end: number }>(
      'bus',
      'select topic, next_offset::int as end from topic_partition',
    );
    const ends = new Map(said.map(({ topic, end }) => [topic, end]));
    return Promise.all(
      Object.entries(HEARS).map(async ([service, heard]) => {
        const stand = await standOf(service);
        expect([service, stand.shown]).toEqual([service, stand.head]);
        if (service !== 'reporting') expect([service, stand.told]).toEqual([service, stand.head]);
        for (const topic of heard.map((name) => `liren.${name}.v1`))
          expect([service, topic, stand.heard[topic] ?? 0]).toEqual([service, topic, ends.get(topic) ?? 0]);
        if (WITH_TIMERS.includes(service))
          expect(await query(service, 'select key from timer where "dueAt" <= $1', [new Date(now)])).toEqual(
            [],
          );
        return stand.head;
      }),
    );
  };
  return {
    query,
    // What is behind nobody at two looks in a row is on its way to nobody.
    settled: (now) => eventually(async () => expect(await heads(now())).toEqual(await heads(now())), 120_000),
    close: async () => {
      for (const one of opened.values()) await (await one).destroy();
    },
  };
};
