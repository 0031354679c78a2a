import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn, startForTest } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

describe('the password that is made up at the very first start', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-first-'));
  const { log } = console;
  const { isTTY } = process.stdout;
  const given = process.env['LIREN_ADMIN_PASSWORD'];
  afterAll(() => {
    console.log = log;
    process.stdout.isTTY = isTTY;
    if (given === undefined) delete process.env['LIREN_ADMIN_PASSWORD'];
    else process.env['LIREN_ADMIN_PASSWORD'] = given;
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('is in a file, and not in what is printed, where there is no terminal', async () => {
    const printed: string[] = [];
    process.stdout.isTTY = false;
    console.log = (line: string) => printed.push(line);
    process.env['LIREN_ADMIN_PASSWORD'] = ''; // as docker-compose.yml leaves it
    const stores = await startForTest(StoresModule, { dataFolder, accessSource: undefined });
    const file = join(dataFolder, 'first-password');
    const password = readFileSync(file, 'utf8').trim();
    expect(password).toHaveLength(24);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(printed).toEqual([`Sign in as admin with what is in ${file}; change it`]);
    await signIn(stores.url, 'admin', password);
    await stores.stop();
  });
});
