import { readFileSync } from 'node:fs';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The environment, with each of these secrets from the file that `<name>_FILE` names, as container platforms mount them from
 * their vaults: what is in the environment shows in lists of processes and containers. Throws for a file that cannot be
 * read, and for a secret that is said twice.
 */
export const withSecrets = (env: Env, names: readonly string[]): Env => ({
  ...env,
  ...Object.fromEntries(
    names.flatMap((name) => {
      const file = env[`${name}_FILE`];
      if (!file) return [];
      if (env[name]) throw new Error(`${name} and ${name}_FILE are both given: leave one out.`);
      return [[name, secretIn(name, file)]];
    }),
  ),
});

const secretIn = (name: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new Error(`${name}_FILE: ${(cause as Error).message}`, { cause });
  }
};
