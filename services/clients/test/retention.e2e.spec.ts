import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
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
import { RetentionProcess } from '../src/retention/retention.process.js';

const RULES = [
  { purpose: 'lead', keptMonths: 12, then: 'erase' },
  { purpose: 'while-client', keptMonths: 24, then: 'restrict' },
  { purpose: 'with-care', keptMonths: 36, then: 'erase' },
] as const;

describe('how long what is known of people is kept, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-retention-'));
  const databaseUrl = freshBaseUrl();
  const clock = movableClock('2023-01-01T10:00:00.000Z');
  let clients: TestedService;
  let teller: Teller;
  let desk: Asking;
  let officer: Asking;
  let lead: string;
  let gone: string;
  let comes: string;
  let twin: string;

  const register = async (name: string, phone?: string): Promise<string> =>
    (
      (await desk.post('/v1/clients').send({ storeId: 'sh-01', name, phone }).expect(201)).body as {
        clientId: string;
      }
    ).clientId;
  const due = async (on: string) => {
    const { body } = await officer.get(`/v1/retention/due?on=${on}`).expect(200);
    const items = body.items as { clientId: string; due: string }[];
    return Object.fromEntries(items.map(({ clientId, due }) => [clientId, due]));
  };
  const night = async (at: string): Promise<void> => {
    clock.moveTo(at);
    await clients.app.get(RetentionProcess).tick();
  };
  const visits = async (clientId: string, completedAt: string): Promise<void> => {
    const lines = [{ lineId: '1', itemId: 'facial-60', quantity: 1, paidMinor: 100, staffId: null }];
    const [visitId, completedOn] = [randomUUID(), completedAt.slice(0, 10)];
    const at = { timeZone: 'Asia/Shanghai', currency: 'CNY', completedAt, completedOn, storeId: 'sh-01' };
    await teller.tell(visitCompleted, { visitId, clientId, lines, paidMinor: 100, ...at });
  };

  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock });
    teller = await Teller.at(databaseUrl);
    desk = await clients.as({ role: 'front-desk', stores: ['sh-01'] });
    officer = await clients.as({ role: 'privacy-officer' });
    const added = await desk.post('/v1/leads').send({ storeId: 'sh-01', source: 'walked by', name: '孙丽' });
    lead = (added.body as { clientId: string }).clientId;
    gone = await register('王芳', '13800000001');
    comes = await register('李娜');
    twin = await register('李小娜');
    await clients.http
      .post(`/v1/clients/${comes}/merge`)
      .send({ mergedId: twin, reason: 'registered-twice' });
    await visits(comes, '2024-06-01T04:00:00.000Z');
    await eventually(async () => {
      const { body } = await desk.get(`/v1/clients/${comes}/visits`).expect(200);
      expect(body.items).toHaveLength(1);
    });
  });
  afterAll(async () => {
    await teller.close();
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it('is for ever, while headquarters has published no policy', async () => {
    expect(await due('2050-01-01')).toEqual({});
  });

  it('shows beforehand whose is due: of who were merged, by the last day either came', async () => {
    const policy = { name: 'retention', version: 1, storeId: null, effectiveFrom: '2023-01-01' } as const;
    await teller.tell(policyPublished, { ...policy, value: { purposes: [...RULES] } });
    await eventually(async () => expect(await due('2024-01-01')).toEqual({ [lead]: 'erase' }));
    expect(await due('2025-01-01')).toEqual({ [lead]: 'erase', [gone]: 'restrict' });
    expect(await due('2026-05-31')).toEqual({ [lead]: 'erase', [gone]: 'erase' });
    expect(await due('2026-06-01')).toEqual({
      [lead]: 'erase',
      [gone]: 'erase',
      [comes]: 'restrict',
      [twin]: 'restrict',
    });
  });

  it('restricts what is due by night: nobody uses it, who answers for it sees it', async () => {
    await night('2025-01-01T17:59:00.000Z'); // of the night before
    await desk.get(`/v1/clients/${gone}`).expect(200);
    await night('2025-01-01T18:00:00.000Z');
    const refused = await desk.get(`/v1/clients/${gone}`).expect(403);
    expect(refused.body.code).toBe('restricted');
    for (const query of ['q=王芳', 'phone=13800000001']) {
      const { body } = await desk.get(`/v1/clients?${encodeURI(query)}`).expect(200);
      expect(body.items).toEqual([]);
    }
    await desk
      .put(`/v1/clients/${gone}/file/preferences`)
      .send({ likes: ['tea'] })
      .expect(403);
    const consent = { purpose: 'health', textVersion: 'health-1', channel: 'phone' };
    const given = await clients.http.post(`/v1/clients/${gone}/consents`).send(consent).expect(403);
    expect(given.body.code).toBe('restricted');
    expect((await officer.get(`/v1/clients/${gone}`).expect(200)).body.name).toBe('王芳');
    const exported = await clients.http.post('/v1/client-exports').send({ format: 'csv', reason: 'backup' });
    expect(exported.text).not.toContain('王芳');
  });

  it('erases what is due with a certificate, and says each night what was done, once', async () => {
    expect((await officer.get(`/v1/erasures/${lead}`).expect(200)).body).toMatchObject({
      reason: 'retention-over',
    });
    await night('2025-01-01T20:00:00.000Z');
    const { body } = await officer.get('/v1/retention/runs').expect(200);
    const kept = (body.items as { night: string }[]).filter(({ night }) => night >= '2025-01-01');
    expect(kept).toMatchObject([{ night: '2025-01-01', restricted: 1, erased: 0 }]);
  });

  it('is used again when she is back', async () => {
    await visits(gone, '2025-01-02T04:00:00.000Z');
    await eventually(() => desk.get(`/v1/clients/${gone}`).expect(200));
    await night('2025-01-03T18:00:00.000Z');
    await desk.get(`/v1/clients/${gone}`).expect(200);
  });
});
