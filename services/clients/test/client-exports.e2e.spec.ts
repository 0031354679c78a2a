import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, movableClock, startForTest, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

const SOMEBODY = '0190a000-0000-7000-8000-0000000000aa';

describe('taking client files out, from outside', () => {
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-exports-'));
  let clients: TestedService;
  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder, clock });
    const people = [
      { storeId: 'sh-01', name: '王芳', phone: '+86 138 0000 0001', memberNumber: 'vip-1' },
      { storeId: 'sh-01', name: '=HYPERLINK("http://x")', phone: '13800000002' },
      { storeId: 'bj-01', name: '李娜', phone: '13800000003' },
    ];
    for (const person of people) await clients.http.post('/v1/clients').send(person).expect(201);
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const take = (body: object, key = '') =>
    clients.http
      .post('/v1/client-exports')
      .set('idempotency-key', key)
      .send({ format: 'csv', reason: 'backup', ...body });
  const list = async () => (await clients.http.get('/v1/client-exports').expect(200)).body.items as object[];

  it('answers a spreadsheet, of one store or of all', async () => {
    const { text, headers } = await take({ storeId: 'sh-01' }).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(/^attachment; filename="clients-[\w-]+\.csv"$/),
    });
    const [header, ...rows] = text.replace('\ufeff', '').trim().split('\r\n');
    expect(header).toBe('clientId,storeId,status,since,name,phone,memberNumber,email');
    expect(rows.map((row) => row.split(',').slice(4)).sort()).toEqual([
      ['"\'=HYPERLINK(""http://x"")"', '13800000002', '', ''],
      ['王芳', "'+86 138 0000 0001", 'vip-1', ''],
    ]);
    expect((await take({}).expect(200)).text).toContain('李娜');
  });

  it('has sections of files only where they are asked for, and tells which left', async () => {
    const person = { storeId: 'gz-01', name: '陈静' };
    const { clientId } = (await clients.http.post('/v1/clients').send(person).expect(201)).body;
    const fields = { likes: ['rose; lily', 'tea'], taboos: ['=1+1'] };
    await clients.http.put(`/v1/clients/${clientId}/file/preferences`).send(fields).expect(200);
    const sections = ['preferences', 'acquisition'];
    const { text } = await take({ storeId: 'gz-01', sections }).expect(200);
    const [header, row] = text.trim().split('\r\n');
    expect(header).toMatch(/,email,preferences\.spendingPreference,.*,acquisition\.entry$/);
    expect(row).toMatch(/,陈静,,,,,,rose\\; lily; tea,'=1\+1,,,$/);
    expect((await take({ storeId: 'gz-01' }).expect(200)).text).not.toContain('rose');
    await eventually(async () => expect(await list()).toContainEqual(expect.objectContaining({ sections })));
    for (const unknown of [['health'], ['consents'], ['person', 'person'], 'person'])
      await take({ sections: unknown }).expect(400);
  });

  it('answers a workbook', async () => {
    const { body, headers } = await take({ format: 'xlsx' }).responseType('blob').expect(200);
    expect(headers['content-type']).toContain('spreadsheetml');
    expect((body as Buffer).subarray(0, 2).toString()).toBe('PK');
  });

  it('records who took what, when and why, once however often it is asked', async () => {
    clock.advance(1_000); // the newest
    const before = (await list()).length;
    const asked = { storeId: 'bj-01', reason: 'inspection', reference: 'letter 7' };
    const [one, again] = [await take(asked, 'a-key').expect(200), await take(asked, 'a-key').expect(200)];
    expect(again.text).toBe(one.text);
    await eventually(async () => expect(await list()).toHaveLength(before + 1));
    expect((await list())[0]).toMatchObject({
      ...asked,
      exportedAt: '2026-03-01T02:00:01.000Z',
      format: 'csv',
      rows: 1,
    });
    clock.advance(2 * 3_600_000);
    const { body } = await take(asked, 'a-key').expect(409);
    expect(body).toMatchObject({ code: 'export-over' });
  });

  it.each(['therapist', 'front-desk', 'consultant', 'hq-analyst', 'finance'] as const)(
    'is not for the role %s',
    async (role) => {
      const asker = await clients.as({ role, stores: ['sh-01'] });
      const body = { storeId: 'sh-01', format: 'csv', reason: 'backup' };
      expect((await asker.post('/v1/client-exports').send(body)).status).toBe(403);
    },
  );

  it('is of a manager’s own stores', async () => {
    const manager = await clients.as({ role: 'store-manager', stores: ['sh-01'] });
    const asked = (storeId: string) =>
      manager.post('/v1/client-exports').send({ storeId, format: 'csv', reason: 'backup' });
    expect((await asked('bj-01').expect(403)).body).toMatchObject({ code: 'other-store' });
    await asked('sh-01').expect(200);
  });

  it('tells each client who took hers out', async () => {
    const manager = await clients.as({ role: 'store-manager', stores: ['bj-01'], subject: SOMEBODY });
    const { text } = await manager
      .post('/v1/client-exports')
      .send({ format: 'csv', reason: 'hand-over' })
      .expect(200);
    const [, row] = text.trim().split('\r\n');
    const [clientId] = row!.split(',');
    expect(text).not.toContain('王芳'); // who is of another store
    await eventually(async () => {
      const { body } = await clients.http.get(`/v1/clients/${clientId}/access-log`).expect(200);
      expect((body as { items: object[] }).items).toContainEqual(
        expect.objectContaining({ what: 'export', role: 'store-manager' }),
      );
    });
  });

  it('wants to know why, in a word of its own', async () => {
    const { body } = await take({ reason: 'curiosity' }).expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'reason' }] });
  });
});
