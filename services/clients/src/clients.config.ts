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

export const countryCode = (): string => environment.parse(process.env).LIREN_COUNTRY_CODE;

export const openVault = ({ pool }: Database, { dataFolder }: Settings): Promise<Vault> =>
  Vault.open(pool, keyEncryptionKey(environment.parse(process.env).LIREN_KEK, dataFolder));
