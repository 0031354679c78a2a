import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsentText } from '#contracts/stores/consent-texts';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type Asking,
  type TestedService,
} from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';
import { healthText } from '../src/testing/known-policy.builders.js';

const notice = (version: string, effectiveFrom: string): ConsentText => ({
  ...{ purpose: 'purpose-notice', version, effectiveFrom },
  text: { zh: `${version} 告知书` },
});

describe('the words of a consent, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-texts-'));
  const databaseUrl = freshBaseUrl();
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  let clients: TestedService;
  let teller: Teller;
  let desk: Asking;
  let therapist: Asking;
  let published = 0;

  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock });
    teller = await Teller.at(databaseUrl);
    desk = await clients.as({ role: 'front-desk', stores: ['sh-01', 'bj-01'] });
    therapist = await clients.as({ role: 'therapist', stores: ['sh-01', 'bj-01'] });
    for (const storeId of ['sh-01', 'bj-01'])
      await teller.tell(storeOpened, {
        ...{ storeId, name: storeId, region: 'east', timeZone: 'Asia/Shanghai', currency: 'CNY' },
        ...{ legalEntity: 'Liren', grade: 'C', openedAt: '2020-01-01T00:00:00.000Z' },
      });
  });
  afterAll(async () => {
    await teller.close();
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const register = async (storeId = 'sh-01'): Promise<string> => {
    const { body } = await desk.post('/v1/clients').send({ storeId, name: '王芳' }).expect(201);
    return `/v1/clients/${(body as { clientId: string }).clientId}`;
  };
  /** A policy, and that it was heard of. */
  const publish = async (effectiveFrom: string, texts: ConsentText[], storeId: string | null = null) => {
    published += 1;
    const told = { name: 'consent-texts', version: published, storeId, effectiveFrom, value: { texts } };
    await teller.tell(policyPublished, told);
    await eventually(async () => {
      const known = await clients.http.get(`/v1/purpose-notices/heard-${published}`);
      expect(known.status).toBe(200);
    });
  };
  const heard = (): ConsentText => notice(`heard-${published + 1}`, '2099-01-01');
  const inForce = async (her: string, purpose = 'health') => {
    const { body } = await desk.get(`${her}/consent-texts`).expect(200);
    return (body as { items: { purpose: string; version: string; text: object }[] }).items.find(
      (one) => one.purpose === purpose,
    )!;
  };
  const give = (her: string, textVersion: string, key = '') =>
    desk
      .post(`${her}/consents`)
      .set('idempotency-key', key)
      .send({ purpose: 'health', textVersion, channel: 'in-store' });
  const consents = async (her: string) => (await desk.get(`${her}/consents`).expect(200)).body;

  it('are shown to her before she signs, and stay known as what she agreed to', async () => {
    const her = await register();
    const shown = await inForce(her);
    expect(shown).toMatchObject({ version: 'health-1', text: { zh: expect.stringContaining('健康') } });
    await give(her, shown.version).expect(201);
    const [now] = (await consents(her)).now;
    expect(now).toMatchObject({ textVersion: 'health-1', standing: 'counts', text: shown.text });
    await publish('2026-03-01', [healthText('health-2', '2026-03-01'), heard()]);
    expect((await consents(her)).now).toEqual([now]);
  });

  it('must have been published, and be in force that day in her store', async () => {
    const her = await register();
    expect((await give(her, 'health-9').expect(409)).body).toMatchObject({
      code: 'unknown-text',
      context: { purpose: 'health', version: 'health-9', inForce: 'health-2' },
    });
    const texts = [healthText('health-2', '2026-03-01'), healthText('health-3', '2026-03-02', 'renew')];
    await publish('2026-03-01', [...texts, heard()]);
    expect((await give(her, 'health-3').expect(409)).body.code).toBe('text-not-in-force');
    await give(her, 'health-2', 'before the day').expect(201);
    clock.moveTo('2026-03-01T16:00:00.000Z'); // midnight in Shanghai
    await give(await register(), 'health-2').expect(409);
    const again = await give(her, 'health-2', 'before the day').expect(201); // the answer was lost
    expect(again.body.appended).toBe(true);
    await give(her, 'health-3').expect(201);
  });

  it('of an older text count on, and are to be renewed, where the new one says so', async () => {
    clock.moveTo('2026-03-01T02:00:00.000Z');
    const her = await register();
    await give(her, 'health-2').expect(201);
    clock.moveTo('2026-03-02T02:00:00.000Z');
    expect((await consents(her)).now).toMatchObject([{ textVersion: 'health-2', standing: 'to-renew' }]);
    await therapist.get(`${her}/health-notes`).expect(200);
    await give(her, 'health-3').expect(201);
    const { now, history } = await consents(her);
    expect(now).toMatchObject([{ textVersion: 'health-3', standing: 'counts' }]);
    expect(history).toMatchObject([
      { textVersion: 'health-2', standing: null, text: { zh: 'health-2 的内容' } },
      { textVersion: 'health-3', text: { zh: 'health-3 的内容' } },
    ]);
  });

  it('of an older text end, where the new one says so, and with them what they opened', async () => {
    const her = await register();
    await give(her, 'health-3').expect(201);
    const ending = healthText('health-4', '2026-03-05', 'end');
    await publish('2026-03-05', [healthText('health-3', '2026-03-02', 'renew'), ending, heard()]);
    await therapist.get(`${her}/health-notes`).expect(200);
    clock.moveTo('2026-03-05T02:00:00.000Z');
    expect((await therapist.get(`${her}/health-notes`).expect(403)).body.code).toBe('no-consent');
    const { now, history } = await consents(her);
    expect(now).toEqual([]);
    expect(history).toMatchObject([{ standing: 'ended', text: { zh: 'health-3 的内容' } }]);
    await give(her, 'health-4').expect(201);
    await therapist.get(`${her}/health-notes`).expect(200);
  });

  it('are a store’s own where it has its own', async () => {
    await publish('2026-03-05', [healthText('health-bj', '2026-03-05'), heard()], 'bj-01');
    const [here, there] = [await register('sh-01'), await register('bj-01')];
    expect(await inForce(there)).toMatchObject({ version: 'health-bj' });
    await give(there, 'health-bj').expect(201);
    expect((await give(here, 'health-bj').expect(409)).body.code).toBe('text-not-in-force');
    await give(here, 'health-4').expect(201);
  });

  it('of the notice when her file is opened are those in force in the store, too (CL-25)', async () => {
    const texts = [notice('2026-03', '2026-03-05'), notice('2026-04', '2026-04-01')];
    await publish('2026-03-05', [...texts, heard()]);
    const current = await desk.get('/v1/purpose-notices/current?storeId=sh-01').expect(200);
    expect(current.body).toEqual({ version: '2026-03', text: { zh: '2026-03 告知书' } });
    expect((await desk.get(await register()).expect(200)).body.purposeNotice).toBe('2026-03');
    const told = (purposeNotice: string) =>
      desk.post('/v1/clients').send({ storeId: 'sh-01', name: '李娜', purposeNotice });
    expect((await told('2026-04').expect(409)).body.code).toBe('text-not-in-force');
    expect((await told('1999-01').expect(409)).body).toMatchObject({
      code: 'unknown-text',
      context: { inForce: '2026-03' },
    });
    await told('2026-03').expect(201);
    await desk.get('/v1/purpose-notices/2026-01').expect(200); // what was told before
  });
});
