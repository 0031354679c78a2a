import pg from 'pg';
import { databaseName, withDatabase } from '#libs/service';
import { eventually } from '#libs/testing';
import { behind } from '../behind.js';

const LOGS = [
  ...['stores', 'clients', 'visits', 'membership', 'referrals'],
  ...['follow-ups', 'complaints', 'imports'],
];

/** How far every service's log has come. */
export const headsOf = async (databaseUrl: string): Promise<Record<string, string>> => {
  const heads = await Promise.all(
    LOGS.map(async (service) => {
      const connectionString = withDatabase(databaseUrl, databaseName(databaseUrl, service));
      const client = new pg.Client({ connectionString });
      await client.connect();
      const { rows } = await client.query<{ position: string }>('select position from head');
      await client.end();
      return [service, rows[0]!.position] as const;
    }),
  );
  return Object.fromEntries(heads);
};

/** The same, once all that was recorded has been told and heard, and nothing more has come of it. */
export const headsAtRest = (databaseUrl: string): Promise<void> =>
  eventually(async () => {
    const heads = await headsOf(databaseUrl);
    expect(await behind(databaseUrl)).toEqual([]);
    expect(await headsOf(databaseUrl)).toEqual(heads);
  });
