import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { freePort } from '../../deploy/kafka/ports.js';
import { projectRoot } from '#libs/service';
import { eventually } from '#libs/testing';
import { startCollector, type Collector } from '../traces/collector.js';

describe('the gateway as a process of its own', () => {
  let collector: Collector;
  let gateway: ChildProcess | undefined;
  beforeAll(async () => {
    collector = await startCollector();
  });
  afterEach(() => gateway?.kill('SIGKILL'));
  afterAll(() => collector.close());

  const started = async (env: Record<string, string>) => {
    const port = await freePort(20_000);
    const child = spawn(process.execPath, [join(projectRoot(), 'dist/services/gateway/src/main.js')], {
      env: { PATH: process.env['PATH'], PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    gateway = child;
    const printed = text(child.stdout);
    const failed = text(child.stderr);
    return { child, printed, failed, exit: once(child, 'exit'), url: `http://127.0.0.1:${port}` };
  };

  it('has sent each line that it printed when it ends', async () => {
    const { child, printed, exit, url } = await started({
      ...{ LIREN_LOGS_ENDPOINT: collector.endpoint, LOG_LEVEL: 'debug' },
    });
    await eventually(() => fetch(`${url}/v1/clients`));
    child.kill('SIGTERM');
    expect((await exit)[0]).toBe(0);
    const lines = (await printed).trimEnd().split('\n');
    expect(collector.lines).toEqual(lines);
    expect(lines.join('')).toContain('"name":"gateway","msg":"Starting Nest application..."');
  });

  it('says what is wrong with its settings, and does not start', async () => {
    const { failed, exit } = await started({ LIREN_LOGS_ENDPOINT: 'nonsense' });
    expect((await exit)[0]).toBe(1);
    expect(await failed).toBe('LIREN_LOGS_ENDPOINT must be an address, as https://logs:4318.\n');
  });
});
