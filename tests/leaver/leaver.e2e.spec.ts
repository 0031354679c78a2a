import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl, signIn } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const PASSWORD = 'a password that is long enough';

describe('client files are the salon’s, whoever leaves (PS-06)', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-leaver-'));
  let platform: PlatformProcess;
  let her: string;
  const staff: Record<string, { staffId: string; token: string }> = {};

  const send = (method: string, path: string, body?: object, token?: string): Promise<Response> =>
    platform.fetch(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
    });
  const ask = async (method: string, path: string, body?: object, token?: string): Promise<Answer> => {
    const answer = await send(method, path, body, token);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as Answer;
  };
  const status = async (method: string, path: string, body?: object, token?: string): Promise<number> =>
    (await send(method, path, body, token)).status;
  const hire = async (login: string, role: string): Promise<void> => {
    const person = { name: login, login, password: PASSWORD, role, post: role, storeIds: ['sh-01'] };
    const { staffId } = await ask('POST', '/v1/staff', person);
    const token = await eventually(() => signIn(platform.url, login, PASSWORD));
    staff[login] = { staffId: staffId as string, token };
  };
  const serve = (login: string) =>
    ask('POST', '/v1/visits', {
      ...{ storeId: 'sh-01', clientId: her },
      lines: [{ itemId: 'facial-60', paidMinor: 19_800, staffId: staff[login]!.staffId }],
    });
  const owner = async () => (await ask('GET', `/v1/clients/${her}/owner`))['owner'];
  const exporting = { storeId: 'sh-01', format: 'csv', reason: 'backup' };

  beforeAll(async () => {
    platform = await startPlatformProcess({
      env: { DATABASE_URL: freshBaseUrl(), LIREN_DATA: dataFolder },
    });
    const store = { storeId: 'sh-01', name: '静安', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await ask('POST', '/v1/stores', store);
    await hire('lina', 'therapist');
    await hire('wangmin', 'therapist');
    await hire('chenjie', 'store-manager');
    const person = { storeId: 'sh-01', name: '王芳', phone: '13800000001' };
    her = (await ask('POST', '/v1/clients', person))['clientId'] as string;
    await ask('PUT', `/v1/clients/${her}/file/preferences`, { taboos: ['酒精'] }, staff['lina']!.token);
    await serve('lina');
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it('are read by who serves her, and taken out by no therapist', async () => {
    const { token, staffId } = staff['lina']!;
    await eventually(async () => expect(await owner()).toMatchObject({ staffId }));
    expect(await status('GET', `/v1/clients/${her}`, undefined, token)).toBe(200);
    expect(await status('POST', '/v1/client-exports', exporting, token)).toBe(403);
    expect(await status('GET', `/v1/clients/${her}/export`, undefined, token)).toBe(403);
  });

  it('are closed to a therapist at once when she leaves, and stay with the store', async () => {
    const { token, staffId } = staff['lina']!;
    await ask(
      'POST',
      `/v1/staff/${staffId}/end-of-employment`,
      { reason: 'resigned' },
      staff['chenjie']!.token,
    );
    await eventually(async () =>
      expect(await status('GET', `/v1/clients/${her}`, undefined, token)).toBe(401),
    ); // by itself her token would be good for 15 minutes
    await expect(signIn(platform.url, 'lina', PASSWORD)).rejects.toThrow('401');
    const page = await ask('GET', `/v1/clients/${her}`, undefined, staff['wangmin']!.token);
    expect(page).toMatchObject({ name: '王芳', file: { preferences: { taboos: ['酒精'] } } });
  });

  it('pass to who serves her next, or to whom headquarters says', async () => {
    await serve('wangmin');
    const { staffId } = staff['wangmin']!;
    await eventually(async () => expect(await owner()).toMatchObject({ staffId }));
    const value = { rule: 'hand-over', handOver: [{ afterMonths: 1, to: 'consulting' }] };
    await ask('POST', '/v1/policies/client-ownership', { effectiveFrom: '2020-01-01', value });
    await eventually(async () => expect(await owner()).toEqual({ staffId: null, post: 'department' }));
  });

  it('are backed up by headquarters, and closed to a manager at once when she leaves', async () => {
    const { token, staffId } = staff['chenjie']!;
    expect(await status('POST', '/v1/client-exports', exporting, token)).toBe(200);
    await ask('POST', `/v1/staff/${staffId}/end-of-employment`, { reason: 'dismissed' });
    await eventually(async () =>
      expect(await status('POST', '/v1/client-exports', exporting, token)).toBe(401),
    );
    const backup = await (await send('POST', '/v1/client-exports', exporting)).text();
    expect(backup).toContain('王芳');
    const { items } = await ask('GET', `/v1/clients/${her}/access-log`);
    expect(items).toContainEqual(
      expect.objectContaining({ what: 'export', role: 'store-manager', storeId: 'sh-01' }),
    );
  });
});

type Answer = Record<string, unknown>;
