import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl, signIn } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const PASSWORD = 'a password that is long enough';
const PHONE = '13800000001';
/** At the store, whatever hour it is here. */
const BEFORE_TODAY = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe('a client between two companies of one brand (PIPL 23)', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-franchise-'));
  const tokens = new Map<string, string>();
  let platform: PlatformProcess;
  let her: string;

  const send = async (method: string, path: string, body?: object, login?: string): Promise<Answered> => {
    const token = login === undefined ? undefined : tokens.get(login);
    const answer = await platform.fetch(`/v1/${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const done = async (
    method: string,
    path: string,
    body?: object,
    login?: string,
  ): Promise<Answered['body']> => {
    const answer = await send(method, path, body, login);
    if (answer.status >= 300)
      throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const open = (storeId: string, legalEntity: string) =>
    done('POST', 'stores', {
      storeId,
      name: storeId,
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
      legalEntity,
    });
  /** Somebody at the desk of a store, by its name. */
  const hire = async (storeId: string): Promise<void> => {
    const person = {
      name: storeId,
      login: storeId,
      password: PASSWORD,
      role: 'front-desk',
      post: 'front-desk',
    };
    await done('POST', 'staff', { ...person, storeIds: [storeId] });
    tokens.set(storeId, await eventually(() => signIn(platform.url, storeId, PASSWORD)));
  };
  const lookUp = (storeId: string, more: object = {}) =>
    send('POST', 'client-lookups', { storeId, phone: PHONE, reason: 'walked-in', ...more }, storeId);
  const nobody = { status: 201, body: { lookupId: expect.any(String) as string, client: null } };
  const hers = () => ({
    status: 201,
    body: { client: { clientId: her, homeStoreId: 'sh-01', name: '王芳' } },
  });

  beforeAll(async () => {
    platform = await startPlatformProcess({ env: { DATABASE_URL: freshBaseUrl(), LIREN_DATA: dataFolder } });
    await open('sh-01', 'Liren');
    await open('bj-01', 'Mei Franchise');
    await hire('sh-01');
    await hire('bj-01');
    const person = { storeId: 'sh-01', name: '王芳', phone: PHONE };
    her = (await done('POST', 'clients', person, 'sh-01'))['clientId'] as string;
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it('is nobody at the other’s desk, where her phone can still not be taken', async () => {
    expect(await lookUp('bj-01')).toEqual(nobody);
    const claiming = { storeId: 'bj-01', name: '王芳', phone: PHONE };
    const { status, body } = await send('POST', 'clients', claiming, 'bj-01');
    expect([status, body['code']]).toEqual([409, 'contact-taken']);
    expect(JSON.stringify(body)).not.toContain(her);
  });

  it('is shown there once she consents at that desk, and nobody again once she withdraws at home', async () => {
    const consent = { textVersion: 'sharing-with-franchise-1', channel: 'in-store' };
    expect(await lookUp('bj-01', { consent })).toMatchObject(hers());
    expect(await lookUp('bj-01')).toMatchObject(hers());
    const withdrawal = `clients/${her}/consents/sharing-with-franchise/withdrawal`;
    await done('POST', withdrawal, { channel: 'phone' }, 'sh-01');
    expect(await lookUp('bj-01')).toEqual(nobody);
  });

  it('is told by her access log who was shown her and who was not', async () => {
    const { items } = await done('GET', `clients/${her}/access-log`);
    const looks = (items as { what: string; storeId: string; refused: boolean }[])
      .filter(({ what }) => what === 'look-up')
      .map(({ storeId, refused }) => [storeId, refused]);
    expect(looks).toEqual([
      ['bj-01', true],
      ['bj-01', false],
      ['bj-01', false],
      ['bj-01', true],
    ]);
  });

  it('is shown without consent once the store is one of her own company’s', async () => {
    const change = { effectiveFrom: BEFORE_TODAY, reason: 'bought-back', legalEntity: 'Liren' };
    await done('POST', 'stores/bj-01/changes', change);
    await eventually(async () => expect(await lookUp('bj-01')).toMatchObject(hers()));
  });
});
