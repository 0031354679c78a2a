import type { Logs } from './logs.js';

/** What a fact of each service is about; there is at most one of each type about the same. */
const ABOUT: Readonly<Record<string, string>> = {
  visits: `stream || coalesce(data->>'returnId', '')`,
  'follow-ups': `coalesce(data->>'taskId', data->>'visitId')`,
  complaints: 'stream',
  membership: `concat(stream, data->>'sourceId', data->>'returnId', data->>'earnedOn', data->>'reversedOn')`,
  referrals: `stream || coalesce(data->>'visitId', '')`,
};

interface Twice {
  readonly type: string;
  readonly what: string;
}

/** Facts that say the same again, in any log; and messages that say the same again, among those the report counts. */
export const recordedTwice = async ({ query }: Logs): Promise<Twice[]> => {
  const inLogs = Object.entries(ABOUT).map(([service, what]) =>
    query<Twice>(
      service,
      `select type, ${what} as what from event where type <> 'StoreLearned' group by 1, 2 having count(*) > 1`,
    ),
  );
  const inReport = query<Twice>(
    'reporting',
    `select type, coalesce(data->>'taskId', data->>'complaintId', data->>'returnId', data->>'visitId') as what
       from kept_message where type !~ '^(stores|membership)' group by 1, 2 having count(*) > 1`,
  );
  return (await Promise.all([...inLogs, inReport])).flat();
};

/** Names of what facts of a type are about, such as `<visitId> day 7`. */
export const namesOf = async (
  { query }: Logs,
  service: string,
  type: string,
  where = '',
): Promise<string[]> => {
  const name = `coalesce(data->>'complaintId', (data->>'visitId') || ' day ' || (data->>'day'))`;
  const rows = await query<{ name: string }>(
    service,
    `select ${name} as name from event where type = $1 ${where}`,
    [type],
  );
  return rows.map((row) => row.name);
};

export const without = (names: readonly string[], taken: readonly string[]): string[] =>
  names.filter((name) => !taken.includes(name)).sort();
