import { z } from 'zod';
import { keyOf, pseudonyms } from '#libs/privacy';
import { withSecrets, type Database, type Settings } from '#libs/service';
import type { CountedAs } from './message/keep-messages/as-counted.js';

const environment = z.object({
  /**
   * 32 bytes in base64 that clients' ids in reports are made with; without it the file `counting-key` of the data folder is
   * used, and made at the first start. Always the same.
   */
  LIREN_COUNTING_KEY: z
    .string()
    .optional()
    .transform((given) => given || undefined),
});

export const COUNTED_AS = Symbol('the id that a client is counted by');

const KEEP_PROOF = `insert into counting_key (proof) select $1 from kept_head where position = 0 on conflict do nothing`;

/** Throws for another key than the one that clients were counted with so far: they would be counted anew beside themselves. */
export const openCountedAs = async (
  { pool }: Database,
  { dataFolder }: Pick<Settings, 'dataFolder'>,
): Promise<CountedAs> => {
  const countedAs = pseudonyms(
    keyOf({ setting: 'LIREN_COUNTING_KEY', file: 'counting-key' }, given(), dataFolder),
  );
  const proof = countedAs('proof');
  await pool.query(KEEP_PROOF, [proof]);
  const { rows } = await pool.query<{ proof: string }>('select proof from counting_key');
  if (rows[0]?.proof === proof) return countedAs;
  throw new Error(
    'The key that clients are counted with (LIREN_COUNTING_KEY, or the file counting-key) is not the one that this ' +
      'database was begun with. Give that one; or, if it is lost, drop the database of reporting: it hears everything again.',
  );
};

const given = (): string | undefined => {
  const parsed = environment.safeParse(withSecrets(process.env, ['LIREN_COUNTING_KEY']));
  if (parsed.success) return parsed.data.LIREN_COUNTING_KEY;
  throw new Error(`Settings of reporting are wrong.\n${z.prettifyError(parsed.error)}`);
};
