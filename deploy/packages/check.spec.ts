import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '#libs/service';

const MAY_BE_OFFLINE = '--may-be-offline';
const NOBODY_ASKED = 'No registry answers npm audit here: nothing is known of any package.\n';

/** As a registry tells npm of a fault that every version of a package has. */
const faultOf = (name: string, severity: string) => ({
  [name]: [{ id: 1, url: 'https://example.test/1', title: 'a fault', severity, vulnerable_versions: '*' }],
});

describe('packages that run in a service', () => {
  const cache = mkdtempSync(join(tmpdir(), 'liren-npm-'));
  let registry: Server;
  let faults: object | undefined;
  beforeAll(async () => {
    registry = createServer((request, response) => {
      const isAsked = request.method === 'POST' && request.url!.endsWith('/advisories/bulk');
      const answer = isAsked ? faults : undefined;
      request.resume();
      response.writeHead(answer === undefined ? 405 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    });
    await once(registry.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => {
    registry.closeAllConnections();
    registry.close();
    rmSync(cache, { recursive: true, force: true });
  });

  const checked = async (url: string, ...args: string[]) => {
    const child = spawn(process.execPath, ['dist/deploy/packages/check.js', ...args], {
      cwd: projectRoot(),
      env: { ...process.env, npm_config_registry: url, npm_config_cache: cache },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number]>]);
    return { said, code };
  };
  const here = () => `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;

  it('fail the build for a known fault that is high', async () => {
    faults = faultOf('pino', 'high');
    const { said, code } = await checked(here(), MAY_BE_OFFLINE);
    expect(said).toContain('high: pino ');
    expect(code).toBe(1);
  });

  it('are named, and no more, for one that is not', async () => {
    faults = faultOf('pg', 'moderate');
    const { said, code } = await checked(here(), MAY_BE_OFFLINE);
    expect(said).toContain('moderate: pg ');
    expect(code).toBe(0);
  });

  it('are well when nothing is known of them, whatever is known of those that only build and test', async () => {
    faults = faultOf('prettier', 'critical');
    const said = '0 packages have known faults, 0 of them high or critical.\n';
    expect(await checked(here())).toEqual({ said, code: 0 });
  });

  it('fail no build, and say so, when the registry cannot say or is away; every night they do', async () => {
    faults = undefined;
    expect(await checked(here(), MAY_BE_OFFLINE)).toEqual({ said: NOBODY_ASKED, code: 0 });
    expect(await checked('http://127.0.0.1:9/', MAY_BE_OFFLINE)).toEqual({ said: NOBODY_ASKED, code: 0 });
    expect(await checked(here())).toEqual({ said: NOBODY_ASKED, code: 2 });
  });

  it('are checked by each run of the tests', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['test']).toContain(`npm run check:packages -- ${MAY_BE_OFFLINE}`);
    expect(scripts['check:packages']).toContain('dist/deploy/packages/check.js');
  });
});
