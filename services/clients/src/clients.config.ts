import { z } from 'zod';
import { keyEncryptionKey, Vault } from '#libs/privacy';
import type { Database, Settings } from '#libs/service';

const environment = z.object({
  /** 32 bytes in base64; without it the file `kek` of the data folder is used, and made at the first start. */
  LIREN_KEK: z
    .string()
    .optional()
    .transform((given) => given || undefined),
  /** Country code of phone numbers that are given without one. */
  LIREN_COUNTRY_CODE: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be digits, such as 86')
    .default('86'),
});

export const COUNTRY_CODE = Symbol('country code');

export const countryCode = (): string => settings().LIREN_COUNTRY_CODE;

export const openVault = ({ pool }: Database, { dataFolder }: Settings): Promise<Vault> =>
  Vault.open(pool, keyEncryptionKey(settings().LIREN_KEK, dataFolder));

const settings = (): z.output<typeof environment> => {
  const parsed = environment.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(`Settings of clients are wrong.\n${z.prettifyError(parsed.error)}`);
};
