import type { JWK } from 'jose';
import type { DataSource } from 'typeorm';
import { TOKEN_SECONDS, type AccessList, type AccessSource } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { systemClock, type Database, type Settings } from '#libs/service';
import type { EndedAccessRow } from './ended-access.projection.js';

/** The list as `stores` itself has it. */
export const accessOf =
  ({ dataSource }: Database, { clockOffsetMs, clock = systemClock(clockOffsetMs) }: Settings): AccessSource =>
  () =>
    accessList(dataSource, clock);

/** Longer than any token is good, and than clocks differ. */
const REMEMBERED_MS = (TOKEN_SECONDS + 300) * 1_000;

/** Twice as long as one signs, however many processes made one of their own then. */
const DAYS_KEYS_ARE_GOOD = 60;

/** What every service needs for telling good tokens from others. */
export const accessList = async (dataSource: DataSource, clock: Clock): Promise<AccessList> => {
  const since = new Date(clock.now().getTime() - REMEMBERED_MS).toISOString();
  const [keys, ended] = await Promise.all([
    dataSource.query<{ public: JWK }[]>(
      `select public from signing_key where made_at > now() - interval '${DAYS_KEYS_ARE_GOOD} days'`,
    ),
    dataSource.query<EndedAccessRow[]>('select id, epoch from ended_access where "endedAt" > $1', [since]),
  ]);
  const epochs = ended.flatMap(({ id, epoch }) => (epoch === null ? [] : [[id, epoch] as const]));
  return {
    keys: keys.map(({ public: key }) => key),
    endedSessions: ended.filter(({ epoch }) => epoch === null).map(({ id }) => id),
    epochs: Object.fromEntries(epochs),
  };
};
