import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemOffered } from '#contracts/stores/item-offered.v1';
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

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';

describe('what is kept about a client, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-privacy-'));
  const databaseUrl = freshBaseUrl();
  const clock = movableClock('2026-03-02T02:00:00.000Z');
  const therapistId = randomUUID();
  let clients: TestedService;
  let others: Teller;
  let therapist: Asking;
  let desk: Asking;
  let manager: Asking;
  let officer: Asking;
  const consent = { purpose: 'health', textVersion: 'health-1', channel: 'in-store' };
  const allergy = {
    kind: 'allergy',
    text: 'swells after alpha arbutin',
    contraindications: ['allergy:alpha-arbutin'],
  };

  beforeAll(async () => {
    others = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock, lirenUrl: NOWHERE });
    const stores = ['sh-01'];
    therapist = await clients.as({ role: 'therapist', stores, subject: therapistId });
    desk = await clients.as({ role: 'front-desk', stores });
    manager = await clients.as({ role: 'store-manager', stores });
    officer = await clients.as({ role: 'privacy-officer' });
  });
  afterAll(async () => {
    await clients.stop();
    await others.close();
    rmSync(dataFolder, { recursive: true });
  });

  const register = async (): Promise<string> => {
    const { body } = await desk.post('/v1/clients').send({ storeId: 'sh-01', name: '王芳' }).expect(201);
    return `/v1/clients/${(body as { clientId: string }).clientId}`;
  };

  it('reminds of private dates whoever serves her, with her consent, and as a reading of hers (CL-37)', async () => {
    const [her, silent] = [await register(), await register()];
    const dated = { kind: 'private-date', text: 'rather no massage', date: '2026-03-20' };
    let minPosition = 0;
    for (const one of [her, silent]) {
      await desk.post(`${one}/consents`).send(consent).expect(201);
      const { body } = await therapist.post(`${one}/health-notes`).send(dated).expect(201);
      minPosition = body.position;
    }
    await desk.post(`${silent}/consents/health/withdrawal`).send({ channel: 'phone' }).expect(201);
    const days = { from: '2026-03-19', to: '2026-03-20', minPosition };
    const { body } = await therapist.get('/v1/private-dates').query(days).expect(200);
    const [, , , clientId] = her.split('/');
    expect(body.items).toEqual([
      { clientId, noteId: expect.any(String), on: '2026-03-20', text: 'rather no massage' },
    ]);
    const others = await clients.as({ role: 'therapist', stores: ['bj-01'] });
    expect((await others.get('/v1/private-dates').query(days).expect(200)).body.items).toEqual([]);
    await desk.get('/v1/private-dates').query(days).expect(403);
    const log = await officer.get(`${her}/access-log`).expect(200);
    expect(log.body.items).toContainEqual(
      expect.objectContaining({ what: 'health-notes', role: 'therapist' }),
    );
  });

  it('says who read her page and her health notes, and who was refused them', async () => {
    const her = await register();
    await desk.get(her).expect(200);
    const refused = await therapist.get(`${her}/health-notes`).expect(403);
    expect(refused.body.code).toBe('no-consent');
    await therapist.post(`${her}/health-notes`).send(allergy).expect(403);
    await desk.post(`${her}/consents`).send(consent).expect(201);
    await therapist.post(`${her}/health-notes`).send(allergy).expect(201);
    const { body } = await therapist.get(`${her}/health-notes`).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ ...allergy, date: null })]);
    const log = await manager.get(`${her}/access-log`).expect(200);
    expect(log.body.items).toMatchObject([
      { role: 'front-desk', what: 'page', purpose: 'care', storeId: 'sh-01', refused: false },
      { role: 'therapist', what: 'health-notes', who: therapistId, refused: true },
      { role: 'therapist', what: 'health-notes', refused: true },
      { role: 'therapist', what: 'health-notes', purpose: 'care', refused: false },
    ]);
    const first = await officer.get(`${her}/access-log?limit=3`).expect(200);
    const rest = await officer.get(`${her}/access-log?cursor=${first.body.nextCursor}`).expect(200);
    expect([...first.body.items, ...rest.body.items]).toEqual(log.body.items);
    await officer.get(`${her}/access-log?cursor=x`).expect(400);
  });

  it('gives no copy of all that is held about her while a service cannot be asked', async () => {
    const answer = await officer.get(`${await register()}/export`).expect(503);
    expect(answer.body.detail).toMatch(/holds about her, and it cannot be asked/);
  });

  it('refuses an item that her health speaks against, with the reason and without her words (CL-19)', async () => {
    const item = { itemId: 'serum-15', effectiveFrom: '2026-03-01', name: 'Serum', kind: 'special' } as const;
    const offered = { ...item, durationMinutes: 15, needs: [], contraindications: ['allergy:alpha-arbutin'] };
    await others.tell(itemOffered, offered);
    const her = await register();
    await desk.post(`${her}/consents`).send(consent).expect(201);
    await therapist.post(`${her}/health-notes`).send(allergy).expect(201);
    const check = (itemId: string) => desk.post(`${her}/item-checks`).send({ itemId });
    const refused = await eventually(() => check('serum-15').expect(409));
    expect(refused.body).toMatchObject({
      code: 'contraindicated',
      context: { itemId: 'serum-15', reasons: ['allergy:alpha-arbutin'] },
    });
    expect(refused.text).not.toContain('swells');
    const other = await check('facial-60').expect(200);
    expect(other.body).toEqual({ itemId: 'facial-60', on: '2026-03-02', known: false });
    const glance = await desk.get(`${her}/glance`).expect(200);
    expect(glance.body).toMatchObject({
      healthWarning: { warns: true, contraindications: ['allergy:alpha-arbutin'] },
      lastVisit: null,
    });
    await desk.post(`${her}/consents/health/withdrawal`).send({ channel: 'phone' }).expect(201);
    await check('serum-15').expect(200); // without her consent nothing of it is looked at
  });

  it('checks an item for the day in her store, where the menu may still be another', async () => {
    await others.tell(storeOpened, {
      ...{ storeId: 'la-01', name: 'West', region: '', legalEntity: '', grade: 'C', currency: 'USD' },
      ...{ timeZone: 'America/Los_Angeles', openedAt: '2025-01-01T02:00:00.000Z' },
    });
    const there = await clients.as({ role: 'front-desk', stores: ['la-01'] });
    const { body } = await there.post('/v1/clients').send({ storeId: 'la-01', name: 'Mei' }).expect(201);
    const itemChecks = `/v1/clients/${body.clientId}/item-checks`;
    await eventually(async () => {
      const checked = await there.post(itemChecks).send({ itemId: 'facial-60' }).expect(200);
      expect(checked.body.on).toBe('2026-03-01'); // 2 March in UTC
    });
  });

  it('refuses it under whichever record of one person it was noted, as long as they are one (CL-19, X15)', async () => {
    const [her, twin] = [await register(), await register()];
    await desk.post(`${twin}/consents`).send(consent).expect(201);
    await therapist.post(`${twin}/health-notes`).send(allergy).expect(201);
    const check = (of: string) => desk.post(`${of}/item-checks`).send({ itemId: 'serum-15' });
    const mergedId = twin.split('/').at(-1);
    const link = { mergedId, reason: 'registered-twice' };
    await check(her).expect(200);
    await manager.post(`${her}/merge`).send(link).expect(201);
    await check(her).expect(409);
    await check(twin).expect(409);
    const glance = await desk.get(`${her}/glance`).expect(200);
    expect(glance.body.healthWarning).toMatchObject({ warns: true });
    const log = await manager.get(`${twin}/access-log`).expect(200);
    expect(log.body.items.filter(({ what }: { what: string }) => what === 'item-check')).toHaveLength(2);
    await manager.post(`${her}/unmerge`).send(link).expect(201);
    await check(her).expect(200);
    await check(twin).expect(409);
  });

  it('refuses an allergy of the survivor under the record merged into her, too (CL-19, X15)', async () => {
    const [her, twin] = [await register(), await register()];
    await desk.post(`${her}/consents`).send(consent).expect(201);
    await therapist.post(`${her}/health-notes`).send(allergy).expect(201);
    const link = { mergedId: twin.split('/').at(-1), reason: 'registered-twice' };
    await manager.post(`${her}/merge`).send(link).expect(201);
    await desk.post(`${twin}/item-checks`).send({ itemId: 'serum-15' }).expect(409);
  });

  it('closes her health notes the moment she withdraws, and shows what she gave and withdrew', async () => {
    const her = await register();
    await desk.post(`${her}/consents`).send(consent).expect(201);
    await therapist.get(`${her}/health-notes`).expect(200);
    await desk.post(`${her}/consents/health/withdrawal`).send({ channel: 'phone' }).expect(201);
    await therapist.get(`${her}/health-notes`).expect(403);
    const again = await desk.post(`${her}/consents/health/withdrawal`).send({ channel: 'phone' }).expect(201);
    expect(again.body.appended).toBe(false);
    await desk.post(`${her}/consents/dancing/withdrawal`).send({ channel: 'phone' }).expect(400);
    const { body } = await desk.get(`${her}/consents`).expect(200);
    expect(body.now).toEqual([]);
    expect(body.history).toMatchObject([
      { purpose: 'health', given: true, textVersion: 'health-1', byGuardian: false },
      { purpose: 'health', given: false, textVersion: null, channel: 'phone' },
    ]);
  });

  it('gives nothing back that she withdrew when a request is sent again, which found her consent there', async () => {
    const her = await register();
    const once = { 'idempotency-key': randomUUID() };
    const giving = () => desk.post(`${her}/consents`).send(consent).set(once).expect(201);
    await desk.post(`${her}/consents`).send(consent).expect(201);
    const { body: first } = await giving();
    await desk.post(`${her}/consents/health/withdrawal`).send({ channel: 'phone' }).expect(201);
    expect((await giving()).body).toEqual(first);
    expect((await desk.get(`${her}/consents`).expect(200)).body.now).toEqual([]);
  });

  it('asks a guardian for whoever is under 14', async () => {
    const her = await register();
    const child = { ...consent, bornOn: '2015-06-01' };
    const refused = await desk.post(`${her}/consents`).send(child).expect(409);
    expect(refused.body.code).toBe('guardian-needed');
    const guardian = { name: '王强', relation: 'father' };
    await desk
      .post(`${her}/consents`)
      .send({ ...child, guardian })
      .expect(201);
    const { body } = await desk.get(`${her}/consents`).expect(200);
    expect(body.now).toMatchObject([{ byGuardian: true }]);
  });

  it('goes by the birthday in her file, whatever the desk says of it', async () => {
    const her = await register();
    const person = { birthday: '2015-06-01', guardianName: '李娜', guardianRelation: 'mother' };
    await desk.put(`${her}/file/person`).send(person).expect(200);
    const asked = { ...consent, bornOn: '1990-06-01' };
    const refused = await desk.post(`${her}/consents`).send(asked).expect(409);
    expect(refused.body.code).toBe('guardian-needed');
    const guardian = { name: '王强', relation: 'father' };
    await desk
      .post(`${her}/consents`)
      .send({ ...asked, guardian })
      .expect(201);
  });

  it('opens to whoever breaks the glass for 15 minutes, and tells the privacy officer why', async () => {
    const her = await register();
    const reason = 'she has fainted';
    const broken = await therapist.post(`${her}/health-notes/break-glass`).send({ reason }).expect(201);
    await therapist.get(`${her}/health-notes`).expect(200);
    await manager.get(`${her}/health-notes`).expect(403);
    clock.moveTo('2026-03-02T02:16:00.000Z');
    await therapist.get(`${her}/health-notes`).expect(403);
    const list = await officer.get(`/v1/broken-glass?minPosition=${broken.body.position}`).expect(200);
    expect(list.body.items).toMatchObject([{ reason, by: therapistId, until: '2026-03-02T02:15:00.000Z' }]);
    const log = await officer.get(`${her}/access-log`).expect(200);
    expect(log.body.items[0]).toMatchObject({ purpose: 'emergency', refused: false });
  });

  it('strikes a note that does not hold', async () => {
    const her = await register();
    await desk.post(`${her}/consents`).send(consent).expect(201);
    const { body } = await therapist.post(`${her}/health-notes`).send(allergy).expect(201);
    await therapist.post(`${her}/health-notes/${body.noteId}/strike`).expect(201);
    const left = await therapist.get(`${her}/health-notes`).expect(200);
    expect(left.body.items).toEqual([]);
    await therapist.post(`${her}/health-notes/${randomUUID()}/strike`).expect(404);
  });

  it('gives health notes to nobody at the desk or at headquarters', async () => {
    const her = await register();
    const analyst = await clients.as({ role: 'hq-analyst' });
    for (const nobody of [desk, analyst, clients.http, officer]) {
      await nobody.get(`${her}/health-notes`).expect(403);
    }
    await desk.get(`/v1/clients/${randomUUID()}/consents`).expect(404);
  });
});
