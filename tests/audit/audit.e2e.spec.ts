import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl, signIn } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const PASSWORD = 'a password for the auditor';

interface Entry {
  service: string;
  position: number;
  recordedAt: string;
  who: string | null;
  type: string;
  data: Record<string, unknown>;
}
interface Log {
  items: Entry[];
  seals: Record<string, { upTo: number; hash: string } | null>;
  away: string[];
  nextCursor: string | null;
}

describe('the audit of a chain', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-audit-'));
  let platform: PlatformProcess;
  let auditor: string;
  let clientId: string;

  const send = (method: string, path: string, body?: object, token?: string): Promise<Response> => {
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    return platform.fetch(path, { method, headers, body: body && JSON.stringify(body) });
  };
  const ask = async (method: string, path: string, body?: object, token?: string): Promise<unknown> => {
    const answer = await send(method, path, body, token);
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const log = (query = ''): Promise<Log> =>
    ask('GET', `/v1/audit?${query}`, undefined, auditor) as Promise<Log>;

  beforeAll(async () => {
    platform = await startPlatformProcess({
      env: { DATABASE_URL: freshBaseUrl(), LIREN_DATA: dataFolder },
    });
    const store = { storeId: 'sh-01', name: '静安', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await ask('POST', '/v1/stores', store);
    const staff = {
      name: '周梅',
      login: 'mei',
      password: PASSWORD,
      role: 'auditor',
      post: 'headquarters',
      storeIds: [],
    };
    await ask('POST', '/v1/staff', staff);
    auditor = await eventually(() => signIn(platform.url, 'mei', PASSWORD));
    ({ clientId } = (await ask('POST', '/v1/clients', { storeId: 'sh-01', name: '王芳' })) as {
      clientId: string;
    });
    await ask('GET', `/v1/clients/${clientId}`);
    const lines = [{ itemId: 'facial-60', paidMinor: 19_800 }];
    await ask('POST', '/v1/visits', { storeId: 'sh-01', clientId, lines });
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it('tells who did what in all services, in the order it was recorded, and nothing of anybody', async () => {
    const { items, away } = await log('limit=500');
    expect(away).toEqual([]);
    const did = items.map(({ service, type }) => `${service} ${type}`);
    expect(did).toEqual(
      expect.arrayContaining(['stores StoreOpened', 'clients ClientRegistered', 'visits VisitCompleted']),
    );
    const times = items.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
    for (const personal of ['王芳', '周梅']) expect(JSON.stringify(items)).not.toContain(personal);
  });

  it('tells who read what is known of a client', async () => {
    const { items } = await log('type=PersonalDataRead');
    expect(items).toContainEqual(
      expect.objectContaining({
        service: 'clients',
        who: expect.any(String) as string,
        data: expect.objectContaining({ clientId, what: 'page', role: 'hq-admin' }) as object,
      }),
    );
  });

  it('is read page by page, each entry once', async () => {
    const until = `to=${encodeURIComponent(new Date().toISOString())}`;
    // Until then: what was recorded before it may yet be written down after it.
    await eventually(async () => {
      const whole = await log(`limit=500&${until}`);
      const read: Entry[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Log = await log(`limit=3&${until}${cursor === '' ? '' : `&cursor=${cursor}`}`);
        read.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(read).toEqual(whole.items);
    });
    expect((await send('GET', '/v1/audit?cursor=x', undefined, auditor)).status).toBe(400);
  });

  it('says by which hash each log can be known again, and that it is still what was sealed', async () => {
    const noted = await eventually(async () => {
      const { seals } = await log();
      expect(seals['clients']!.upTo).toBeGreaterThanOrEqual(2);
      return seals['clients']!;
    });
    await ask('POST', `/v1/clients/${clientId}/erasure`, { reason: 'request-of-hers' });
    await eventually(async () => expect((await log()).seals['clients']!.upTo).toBeGreaterThan(noted.upTo));
    const path = '/v1/operations/clients/audit/seal-check';
    const check = (await ask('GET', path, undefined, auditor)) as { upTo: number; brokenAt: unknown };
    expect(check.brokenAt).toBeNull();
    expect(check.upTo).toBeGreaterThan(noted.upTo);
    const link = await ask('GET', `${path.replace('-check', 's')}/${noted.upTo}`, undefined, auditor);
    expect(link).toMatchObject({ hash: noted.hash });
  });
});
