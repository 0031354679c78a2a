import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '#libs/service';
import { freePort } from '../../deploy/kafka/ports.js';

describe('starting everything', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-start-'));
  const data = join(folder, 'data');
  let child: ChildProcess | undefined;
  let printed = '';

  const start = (port: number, detached = false): ChildProcess => {
    printed = '';
    const program = join(projectRoot(), 'dist/deploy/all-in-one/start.js');
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
    child = spawn(process.execPath, [program, '--port', String(port), '--data', data], { env, detached });
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    return child;
  };
  const ended = async (one: ChildProcess): Promise<number | null> =>
    one.exitCode ?? ((await once(one, 'close')) as [number | null])[0];

  beforeAll(() => chmodSync(folder, 0o755)); // root lends the database another user
  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('and stopping it while the database starts leaves no database behind', async () => {
    const server = join(data, 'postgres/data/postmaster.pid');
    const one = start(await freePort(21_000));
    while (!existsSync(server) && one.exitCode === null) await wait(5);
    one.kill('SIGINT');
    expect({ code: await ended(one), printed }).toEqual({ code: 0, printed: 'Stopping.\n' });
    expect(existsSync(server)).toBe(false);
    expect(existsSync(join(data, 'liren.pid'))).toBe(false);
  });

  it('goes on after the power was cut while its database was made', async () => {
    const made = join(data, 'postgres');
    const isBeingMade = (): boolean =>
      existsSync(made) && readdirSync(made).some((name) => existsSync(join(made, name, 'PG_VERSION')));
    const one = start(await freePort(21_000), true);
    while (!isBeingMade() && one.exitCode === null) await wait(2);
    process.kill(-one.pid!, 'SIGKILL'); // what makes it, too
    await ended(one);
    const again = start(await freePort(21_000));
    const server = join(data, 'postgres/data/postmaster.pid');
    while (!existsSync(server) && again.exitCode === null) await wait(5);
    again.kill('SIGINT');
    expect({ code: await ended(again), printed }).toEqual({ code: 0, printed: 'Stopping.\n' });
  });

  it('a second time says that it runs already, not that its own port is taken', async () => {
    const first: Server = createServer().listen(0, '127.0.0.1');
    await once(first, 'listening');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'liren.pid'), String(process.pid));
    const one = start((first.address() as AddressInfo).port);
    expect(await ended(one)).toBe(1);
    first.close();
    expect(printed).toBe(
      `${data} is used by a running Liren (process ${process.pid}): stop it, or use --data DIR.\n`,
    );
  });
});
