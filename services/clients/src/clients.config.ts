import { z } from 'zod';
import { keyRing, Vault } from '#libs/privacy';
import type { Database, Settings } from '#libs/service';

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
  /** Country code of phone numbers that are given without one. */
  LIREN_COUNTRY_CODE: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be digits, such as 86')
    .default('86'),
});

export const COUNTRY_CODE = Symbol('country code');

export const countryCode = (): string => settings().LIREN_COUNTRY_CODE;

export const openVault = ({ pool }: Database, { dataFolder }: Settings): Promise<Vault> => {
  const { LIREN_KEK: current, LIREN_KEK_PREVIOUS: previous, LIREN_KEK_NEXT: next } = settings();
  return Vault.open(pool, keyRing({ current, previous, next }, dataFolder));
};

const settings = (): z.output<typeof environment> => {
  const parsed = environment.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(`Settings of clients are wrong.\n${z.prettifyError(parsed.error)}`);
};
