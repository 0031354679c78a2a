import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { connectorOf, fetchOver } from '#libs/http';
import { projectRoot } from '#libs/service';
import { eventually, signedFetch, TEST_ADMIN_PASSWORD, type SignedFetch } from '#libs/testing';
import { freePort } from '../../deploy/kafka/ports.js';
import { LIST, makeFirstKeys } from '../../deploy/service-keys/key-folder.js';
import type { Certified } from '../../libs/testing/certificates.js';

const SERVICES = [
  ...['stores', 'clients', 'visits', 'membership', 'referrals'],
  ...['follow-ups', 'complaints', 'reporting', 'imports'],
] as const;
type Service = (typeof SERVICES)[number];

export interface Chain {
  /** The gateway's. */
  readonly url: string;
  /** Asks the gateway as `admin`. */
  readonly fetch: SignedFetch;
  /** Ends a service as a power cut does. */
  kill(service: Service): Promise<void>;
  begin(service: Service): void;
  stop(): Promise<void>;
}

interface Over {
  readonly env: Readonly<Record<string, string>>;
  readonly firstPort: number;
  /** Certificates of all of them. */
  readonly tls: Certified;
  /** Where a key is made for each service. */
  readonly keys: string;
}

/** Every service as a process of its own behind the gateway, as the containers of docker-compose.yml are, over TLS, each with a key of its own. */
export const startChain = async ({ env, firstPort, tls, keys }: Over): Promise<Chain> => {
  const ports = new Map<string, number>();
  for (const name of ['gateway', ...SERVICES]) {
    const last = [...ports.values()].at(-1) ?? firstPort;
    ports.set(name, await freePort(last + 1));
  }
  const urlOf = (name: string): string => `https://127.0.0.1:${ports.get(name)}`;
  const urls = SERVICES.map(
    (name) => [`${name.replaceAll('-', '_').toUpperCase()}_URL`, urlOf(name)] as const,
  );
  makeFirstKeys(keys, SERVICES);
  const keysOf = (name: string) => ({
    LIREN_SERVICE_KEY_FILE: join(keys, `${name}.jwk`),
    LIREN_SERVICE_KEYS_FILE: join(keys, LIST),
  });
  const processes = new Map<string, ChildProcess>();
  const begin = (name: string): void => {
    const main = join(projectRoot(), `dist/services/${name}/src/main.js`);
    const own = { PORT: String(ports.get(name)), LIREN_URL: urlOf('gateway'), LOG_LEVEL: 'error' };
    const child = spawn(process.execPath, [main], {
      env: {
        PATH: process.env['PATH'],
        LIREN_ADMIN_PASSWORD: TEST_ADMIN_PASSWORD,
        ...{ LIREN_TLS_CERT: tls.certFile, LIREN_TLS_KEY: tls.keyFile, LIREN_TLS_CA: tls.caFile },
        ...env,
        ...Object.fromEntries(urls),
        ...own,
        ...(name === 'gateway' ? {} : keysOf(name)),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    processes.set(name, child);
  };
  const end = async (name: string, signal: NodeJS.Signals): Promise<void> => {
    const child = processes.get(name)!;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...processes.keys()].map((name) => end(name, 'SIGTERM')));
  };
  for (const name of ports.keys()) begin(name);
  const ask = fetchOver(connectorOf(tls));
  try {
    await eventually(async () => {
      expect((await ask(`${urlOf('gateway')}/health/ready`)).status).toBe(200);
    }, 120_000); // ten processes start at once
    const fetch = await signedFetch(urlOf('gateway'), ask);
    return { url: urlOf('gateway'), fetch, kill: (name) => end(name, 'SIGKILL'), begin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
