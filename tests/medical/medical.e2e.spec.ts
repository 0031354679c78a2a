import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

describe('a medical treatment', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-medical-'));
  const now = Date.now();
  const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString();
  /** Days begin and end in Greenwich here, so that the spec counts them as the store does. */
  const dayIn = (days: number) => inDays(days).slice(0, 10);
  let platform: PlatformProcess;
  let her: string;

  const send = (path: string, body: object): Promise<Response> =>
    platform.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const ask = async (path: string, body: object): Promise<Record<string, string>> => {
    const answer = await send(path, body);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const said = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
  const get = async (path: string) => (await (await platform.fetch(path)).json()) as Record<string, unknown>;
  const book = (days: number) =>
    send('/v1/appointments', {
      ...{ storeId: 'ld-01', clientId: her, staffId: 'li', itemIds: ['laser-01'] },
      ...{ startsAt: inDays(days), minutes: 30 },
    });
  const serve = (itemId: string) =>
    send('/v1/visits', { storeId: 'ld-01', clientId: her, lines: [{ itemId, paidMinor: 9_900 }] });
  const license = (from: number, until: number) =>
    ask('/v1/stores/ld-01/medical-licences', {
      ...{ effectiveFrom: dayIn(from), until: dayIn(until), reason: 'licensed', number: 'PDY1-310106' },
      ...{ issuedBy: '静安区卫生健康委员会', subjects: ['cosmetic-dermatology'] },
    });
  const offer = (itemId: string, more: object) =>
    ask('/v1/items', {
      ...{ itemId, effectiveFrom: '2020-01-01', name: itemId, kind: 'special', durationMinutes: 30 },
      ...more,
    });

  beforeAll(async () => {
    platform = await startPlatformProcess({
      env: { DATABASE_URL: freshBaseUrl(), LIREN_DATA: dataFolder },
    });
    await ask('/v1/stores', { storeId: 'ld-01', name: 'London', timeZone: 'Etc/UTC', currency: 'GBP' });
    await offer('facial-60', {});
    await offer('laser-01', { medical: { subject: 'cosmetic-dermatology', because: ['device'] } });
    her = (await ask('/v1/clients', { storeId: 'ld-01', name: '王芳' }))['clientId']!;
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const menu = async (days: number) => {
    const { items } = await get(`/v1/items?storeId=ld-01&on=${dayIn(days)}`);
    return (items as { itemId: string }[]).map(({ itemId }) => itemId);
  };

  it('is neither on the menu nor booked at a store without a licence for it', async () => {
    await eventually(async () => {
      expect(await menu(0)).toEqual(['facial-60']);
      expect(await said(await serve('laser-01'))).toEqual([409, 'licence-needed']);
    });
    expect(await said(await book(1))).toEqual([409, 'licence-needed']);
    expect((await serve('facial-60')).status).toBe(201);
  });

  it('is booked while there is one, served, and not moved beyond its last day', async () => {
    await license(0, 4);
    await eventually(async () => expect(await menu(4)).toEqual(['facial-60', 'laser-01']));
    expect(await menu(5)).toEqual(['facial-60']);
    const appointmentId = await eventually(async () => {
      const booked = await book(1);
      expect(booked.status).toBe(201);
      return ((await booked.json()) as { appointmentId: string }).appointmentId;
    });
    const move = (days: number) => send(`/v1/appointments/${appointmentId}/move`, { startsAt: inDays(days) });
    expect(await said(await move(5))).toEqual([409, 'licence-needed']);
    expect((await move(4)).status).toBe(200);
    expect((await serve('laser-01')).status).toBe(201);
  });

  it('is not served from the day on which the licence is withdrawn', async () => {
    const { medicalLicence } = await get('/v1/stores/ld-01');
    expect(medicalLicence).toMatchObject({ subjects: ['cosmetic-dermatology'], until: dayIn(4) });
    await ask('/v1/stores/ld-01/medical-licences/end', { effectiveFrom: dayIn(0), reason: 'withdrawn' });
    expect((await get('/v1/stores/ld-01'))['medicalLicence']).toBeNull();
    expect(await menu(0)).toEqual(['facial-60']);
    await eventually(async () => {
      expect(await said(await serve('laser-01'))).toEqual([409, 'licence-needed']);
    });
    expect((await serve('facial-60')).status).toBe(201);
  });
});
