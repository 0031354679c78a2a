import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const FIVE_YEARS_MS = 5 * 366 * 24 * 60 * 60 * 1_000;
const SOON_MS = 60_000;

describe('a chain whose policy is to erase leads after a year', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-nights-'));
  const DATABASE_URL = freshBaseUrl();
  let platform: PlatformProcess | undefined;
  let lead: string;

  const start = async (env: Record<string, string> = {}, ...args: string[]): Promise<void> => {
    await platform?.stop();
    platform = await startPlatformProcess({ env: { DATABASE_URL, LIREN_DATA: dataFolder, ...env }, args });
  };
  const ask = async (method: string, path: string, body?: object) => {
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await platform!.fetch(path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  };
  const lastRunIs = (run: object): Promise<void> =>
    eventually(async () => {
      const { items } = await ask('GET', '/v1/retention/runs');
      expect((items as object[])[0]).toMatchObject(run);
    }, SOON_MS);

  afterAll(async () => {
    await platform?.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('does nothing by night while one of its services is away', async () => {
    await start({}, '--without', 'visits');
    const store = { storeId: 'sh-01', name: '静安', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await ask('POST', '/v1/stores', store);
    const added = await ask('POST', '/v1/leads', { storeId: 'sh-01', source: 'walked by', name: '孙丽' });
    lead = added['clientId'] as string;
    const value = { purposes: [{ purpose: 'lead', keptMonths: 12, then: 'erase' }] };
    await ask('POST', '/v1/policies/retention', { effectiveFrom: '2026-01-01', value });
    await lastRunIs({ outcome: 'refused', why: 'first-night' });
    const day = new Date().toISOString().slice(0, 10);
    await ask('POST', '/v1/retention/confirmed-days', { day, reason: 'nights begin' });
    await lastRunIs({ outcome: 'refused', why: 'away', service: 'visits' });
  }, 300_000);

  it('sees to it once all of them are back, and have said what they know', async () => {
    await start();
    await lastRunIs({ outcome: 'kept', restricted: 0, erased: 0 });
  }, 300_000);

  it('erases nobody when its clock jumps by years, though all of its services have the same clock', async () => {
    await start({ LIREN_CLOCK_OFFSET_MS: String(FIVE_YEARS_MS) });
    await lastRunIs({ outcome: 'refused', why: 'clock-ahead' });
    const { items, refused } = await ask('GET', '/v1/retention/due');
    expect(items).toMatchObject([{ clientId: lead, due: 'erase' }]);
    expect(refused).toMatchObject({ why: 'clock-ahead' });
    expect(await ask('GET', `/v1/clients/${lead}`)).toMatchObject({ name: '孙丽', erased: false });
  }, 300_000);
});
