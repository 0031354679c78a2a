import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { eventually, freshBaseUrl, signIn } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const PASSWORD = 'a password for the therapist';
const ALLERGY = { kind: 'allergy', text: 'swells', contraindications: ['allergy:alpha-arbutin'] };

describe('an item that her health speaks against', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-contraindicated-'));
  let platform: PlatformProcess;
  let therapist: string;
  let her: string;

  const send = (path: string, body: object, token?: string): Promise<Response> => {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    return platform.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const ask = async (path: string, body: object, token?: string): Promise<Record<string, string>> => {
    const answer = await send(path, body, token);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const offer = (itemId: string, contraindications: string[]) =>
    ask('/v1/items', {
      ...{ itemId, effectiveFrom: '2020-01-01', name: itemId, kind: 'special', durationMinutes: 30 },
      contraindications,
    });
  const serve = (itemId: string, more: object = {}) =>
    send('/v1/visits', { storeId: 'sh-01', clientId: her, lines: [{ itemId, paidMinor: 9_900 }], ...more });

  beforeAll(async () => {
    platform = await startPlatformProcess({
      env: { DATABASE_URL: freshBaseUrl(), LIREN_DATA: dataFolder },
    });
    const store = { storeId: 'sh-01', name: '静安', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await ask('/v1/stores', store);
    const staff = { name: '李娜', login: 'lina', password: PASSWORD, role: 'therapist', post: 'therapist' };
    await ask('/v1/staff', { ...staff, storeIds: ['sh-01'] });
    therapist = await eventually(() => signIn(platform.url, 'lina', PASSWORD));
    await offer('serum-15', ['allergy:alpha-arbutin']);
    await offer('facial-60', []);
    her = (await ask('/v1/clients', { storeId: 'sh-01', name: '王芳' }))['clientId']!;
    const consent = { purpose: 'health', textVersion: 'health-1', channel: 'paper' };
    await ask(`/v1/clients/${her}/consents`, consent);
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it('is refused her when she is served, with the reason and without her words (CL-19)', async () => {
    const before = { visitId: randomUUID(), completedAt: new Date().toISOString() };
    expect((await serve('serum-15', before)).status).toBe(201);
    await ask(`/v1/clients/${her}/health-notes`, ALLERGY, therapist);
    const refused = await eventually(async () => {
      const answer = await serve('serum-15');
      expect(answer.status).toBe(409);
      return answer.text();
    });
    expect(JSON.parse(refused)).toMatchObject({
      code: 'contraindicated',
      context: { itemId: 'serum-15', reasons: ['allergy:alpha-arbutin'] },
    });
    expect(refused).not.toContain('swells');
    const told = await serve('serum-15', before);
    expect((await told.json()) as object).toMatchObject({ appended: false }); // what was recorded stays so
  });

  it('is refused her when it is booked, and when what is booked is moved (CL-19)', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const book = (itemId: string, startsAt: string, more: object = {}) =>
      send('/v1/appointments', {
        ...{ storeId: 'sh-01', clientId: her, staffId: 'li', itemIds: ['facial-60', itemId] },
        ...{ startsAt, minutes: 60, ...more },
      });
    const refused = await book('serum-15', inDays(1));
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      409,
      'contraindicated',
    ]);
    expect((await book('serum-15', inDays(1), { despite: 'doctor-agreed' })).status).toBe(201);
    const harmless = await book('toner-10', inDays(2));
    const { appointmentId } = (await harmless.json()) as { appointmentId: string };
    await ask('/v1/items', {
      ...{ itemId: 'toner-10', effectiveFrom: inDays(3).slice(0, 10), name: 'Toner', kind: 'regular' },
      ...{ durationMinutes: 10, contraindications: ['allergy:alpha-arbutin'] },
    });
    await eventually(async () => {
      const moved = await send(`/v1/appointments/${appointmentId}/move`, { startsAt: inDays(5) });
      expect([moved.status, ((await moved.json()) as { code: string }).code]).toEqual([
        409,
        'contraindicated',
      ]);
      await send(`/v1/appointments/${appointmentId}/move`, { startsAt: inDays(2.5) });
    });
  });

  it('is served when whoever serves says why, and others as ever', async () => {
    expect((await serve('serum-15', { despite: 'patch-tested' })).status).toBe(201);
    expect((await serve('serum-15', { despite: 'she insisted' })).status).toBe(400);
    expect((await serve('facial-60')).status).toBe(201);
  });

  it('is refused nobody else', async () => {
    const walkIn = { storeId: 'sh-01', lines: [{ itemId: 'serum-15', paidMinor: 9_900 }] };
    expect((await send('/v1/visits', walkIn)).status).toBe(201);
    const other = (await ask('/v1/clients', { storeId: 'sh-01', name: '李娜' }))['clientId'];
    expect((await send('/v1/visits', { ...walkIn, clientId: other })).status).toBe(201);
  });
});
