import { z } from 'zod';
import { keyRing, Vault } from '#libs/privacy';
import { ErasuresFile } from './erasure/erasures-file.process.js';
import { withSecrets, type Database, type Settings } from '#libs/service';

const key = z
  .string()
  .optional()
  .transform((given) => given || undefined);

const environment = z.object({
  /** 32 bytes in base64; without it the file `kek` of the data folder is used, and made at the first start. */
  LIREN_KEK: key,
  /** The one before, while keys that it wraps are wrapped anew; else the file `kek.previous`, where there is one. */
  LIREN_KEK_PREVIOUS: key,
  /** The one to come, known to all processes before the first uses it; else the file `kek.next`, where there is one. */
  LIREN_KEK_NEXT: key,
  /** Days that a backup is kept: so long what was erased can still be restored from it, and is erased again at the start. */
  LIREN_BACKUP_DAYS: z.coerce.number().int().min(0).max(3_650).default(30),
  /** Clients whose data one account may read in an hour, one by one or by searching: far more than come to a desk. */
  LIREN_CLIENTS_READ_PER_HOUR: z.coerce.number().int().min(1).default(10_000),
  /** Country code of phone numbers that are given without one. */
  LIREN_COUNTRY_CODE: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be digits, such as 86')
    .default('86'),
  /** Days in which a request of a client about what is known of her is to be answered. */
  LIREN_REQUEST_DAYS: z.coerce.number().int().min(1).max(365).default(15),
  /** Where the chain is, by ISO 3166-1 alpha-2: what leaves for a recipient elsewhere goes abroad. */
  LIREN_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country, such as CN')
    .default('CN'),
});

export const COUNTRY_CODE = Symbol('country code');
export const COUNTRY = Symbol('the country that the chain is in');
export const BACKUP_DAYS = Symbol('days that a backup is kept');

export const REQUEST_DAYS = Symbol('days in which a request is to be answered');

export const READ_PER_HOUR = Symbol('clients that one account may read in an hour');

export const readPerHour = (): number => settings().LIREN_CLIENTS_READ_PER_HOUR;

export const countryCode = (): string => settings().LIREN_COUNTRY_CODE;

export const requestDays = (): number => settings().LIREN_REQUEST_DAYS;

export const country = (): string => settings().LIREN_COUNTRY;

export const backupDays = (): number => settings().LIREN_BACKUP_DAYS;

/** Nobody is answered before what was erased is erased here, too. */
export const openVault = async (
  { pool }: Database,
  { dataFolder, cipher }: Settings,
  erasures = new ErasuresFile(dataFolder),
): Promise<Vault> => {
  const { LIREN_KEK: current, LIREN_KEK_PREVIOUS: previous, LIREN_KEK_NEXT: next } = settings();
  const vault = await Vault.open(pool, keyRing({ current, previous, next }, dataFolder, cipher), cipher);
  await erasures.replay(vault);
  return vault;
};

const settings = (): z.output<typeof environment> => {
  const parsed = environment.safeParse(
    withSecrets(process.env, ['LIREN_KEK', 'LIREN_KEK_PREVIOUS', 'LIREN_KEK_NEXT']),
  );
  if (parsed.success) return parsed.data;
  throw new Error(`Settings of clients are wrong.\n${z.prettifyError(parsed.error)}`);
};
