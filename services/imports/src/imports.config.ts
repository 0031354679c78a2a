import { z } from 'zod';

const environment = z.object({
  /** Megabytes of a file that is imported, as it is sent. */
  LIREN_IMPORT_MEGABYTES: z.coerce.number().int().positive().max(1_000_000).default(4_096),
});

export const MOST_BYTES = Symbol('most bytes of a file');

export const mostBytes = (): number => {
  const parsed = environment.safeParse(process.env);
  if (parsed.success) return parsed.data.LIREN_IMPORT_MEGABYTES * 1024 ** 2;
  throw new Error(`Settings of imports are wrong.\n${z.prettifyError(parsed.error)}`);
};
