import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '#libs/service';
import { freePort } from '../deploy/kafka/ports.js';
import { signedFetch, TEST_ADMIN_PASSWORD, type SignedFetch } from '#libs/testing';

export interface PlatformProcess {
  readonly url: string;
  /** Asks it as `admin`. */
  readonly fetch: SignedFetch;
  readonly pid: number;
  /** What it has printed. */
  output(): string;
  /** As Ctrl-C does; resolves to its exit code. */
  stop(): Promise<number | null>;
  /** As a power cut does. */
  kill(): Promise<void>;
}

interface Options {
  readonly port?: number;
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  LOG_LEVEL: 'warn',
  LIREN_ADMIN_PASSWORD: TEST_ADMIN_PASSWORD,
};

/** Runs `npm start`'s program as a process of its own, until it says that it is ready. */
export const startPlatformProcess = async ({ port, env, args = [] }: Options): Promise<PlatformProcess> => {
  const program = join(projectRoot(), 'dist/deploy/all-in-one/start.js');
  const taken = port ?? (await freePort(10_000 + randomInt(10_000))); // two begin at once, far apart
  const child = spawn(process.execPath, [program, '--port', String(taken), ...args], {
    env: { ...ENVIRONMENT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await ready(child, () => printed);
  const url = `http://127.0.0.1:${taken}`;
  return {
    url,
    fetch: await signedFetch(url),
    pid: child.pid!,
    output: () => printed,
    stop: () => ended(child, 'SIGINT'),
    kill: async () => {
      await ended(child, 'SIGKILL');
    },
  };
};

const ready = (child: ChildProcess, printed: () => string): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      if (printed().includes('Liren is ready on')) resolve();
    };
    child.stdout!.on('data', look);
    child.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${printed()}`)));
  });

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};
