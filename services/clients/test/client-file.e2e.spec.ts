import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { startForTest, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('a client’s file, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-files-'));
  let clients: TestedService;

  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder });
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const registered = async (fields: object = {}): Promise<string> => {
    const body = { storeId: 'sh-01', name: '王芳', ...fields };
    return (await clients.http.post('/v1/clients').send(body).expect(201)).body.clientId as string;
  };
  const put = (clientId: string, section: string, fields: object) =>
    clients.http.put(`/v1/clients/${clientId}/file/${section}`).send(fields);
  const consent = (clientId: string) =>
    clients.http
      .post(`/v1/clients/${clientId}/consents`)
      .send({ purpose: 'health', textVersion: 'health-1', channel: 'paper' })
      .expect(201);
  const page = async (clientId: string) =>
    (await clients.http.get(`/v1/clients/${clientId}`).expect(200)).body;
  const at = (role: 'therapist' | 'front-desk' | 'store-manager', storeId = 'sh-01') =>
    clients.as({ role, stores: [storeId] });

  it('records which notice told her what the file is for (CL-25)', async () => {
    const { body: notice } = await clients.http.get('/v1/purpose-notices/current').expect(200);
    expect(await page(await registered())).toMatchObject({ purposeNotice: notice.version });
    await clients.http.get(`/v1/purpose-notices/${notice.version}`).expect(200);
    await clients.http.get('/v1/purpose-notices/1999-01').expect(404);
    const unknown = { storeId: 'sh-01', name: 'Li', purposeNotice: '1999-01' };
    await clients.http.post('/v1/clients').send(unknown).expect(409);
  });

  it('keeps and shows sections, replaced as a whole, each once', async () => {
    const clientId = await registered();
    const skin = { skinType: 'dry', problems: ['acne', 'dryness', 'scars'] };
    await consent(clientId);
    const first = await put(clientId, 'skin-diagnosis', skin).expect(200);
    expect(first.body).toMatchObject({ version: 2, appended: true });
    const again = await put(clientId, 'skin-diagnosis', skin).expect(200);
    expect(again.body).toMatchObject({ version: 2, appended: false });
    await put(clientId, 'character', { personalities: ['passive'] }).expect(200);
    await put(clientId, 'person', { birthday: '1985-05-01', hobbies: ['tea'] }).expect(200);
    await put(clientId, 'person', { birthday: '1985-05-01' }).expect(200);
    expect(await page(clientId)).toMatchObject({
      file: { 'skin-diagnosis': skin, person: { birthday: '1985-05-01' } },
      ...{ subHealth: true, ageBand: { name: '35+' }, version: 5 },
      advice: [{ about: 'passive', advice: { zh: expect.stringContaining('不要催促') } }],
    });
  });

  it('keeps and shows what is diagnosed of her skin only while she consents to that (PIPL 29)', async () => {
    const clientId = await registered();
    const skin = { problems: ['acne', 'dryness', 'scars'] };
    const refused = await put(clientId, 'skin-diagnosis', skin).expect(403);
    expect(refused.body).toMatchObject({ code: 'no-consent', context: { purpose: 'health' } });
    await consent(clientId);
    await put(clientId, 'skin-diagnosis', skin).expect(200);
    await put(clientId, 'care-plan', { focus: 'acne' }).expect(200);
    expect(await page(clientId)).toMatchObject({ file: { 'skin-diagnosis': skin }, subHealth: true });
    const withdrawal = `/v1/clients/${clientId}/consents/health/withdrawal`;
    await clients.http.post(withdrawal).send({ channel: 'phone' }).expect(201);
    const { file, subHealth } = await page(clientId);
    expect([file, subHealth]).toEqual([{ 'care-plan': { focus: 'acne' } }, null]);
    await put(clientId, 'skin-diagnosis', skin).expect(403);
    await put(randomUUID(), 'skin-diagnosis', skin).expect(404);
  });

  it('takes only fields that there are, of sections that there are, for clients that there are', async () => {
    const clientId = await registered();
    const refused = await put(clientId, 'person', { shoeSize: 38 }).expect(400);
    expect(refused.body.code).toBe('malformed');
    await put(clientId, 'person', { birthday: '1985-02-30' }).expect(400);
    await put(clientId, 'person', { birthday: null }).expect(400);
    expect((await put(clientId, 'health', {}).expect(404)).body.code).toBe('unknown-section');
    await put(clientId, 'toString', {}).expect(404);
    expect((await put(randomUUID(), 'person', {}).expect(404)).body.code).toBe('unknown-client');
  });

  it('changes only the version that is named', async () => {
    const clientId = await registered();
    await put(clientId, 'person', { age: 30 }).set('if-match', '"2"').expect(412);
    await put(clientId, 'person', { age: 30 }).set('if-match', '"1"').expect(200);
  });

  it('shows each role what it needs, and nobody a client of another store', async () => {
    const clientId = await registered();
    await put(clientId, 'circumstances', { company: 'Acme' }).expect(200);
    const therapist = await at('therapist');
    const seen = await therapist.get(`/v1/clients/${clientId}`).expect(200);
    expect(seen.body.file).toEqual({});
    await therapist.put(`/v1/clients/${clientId}/file/circumstances`).send({ company: 'B' }).expect(403);
    const elsewhere = await at('front-desk', 'sh-02');
    await elsewhere.get(`/v1/clients/${clientId}`).expect(403);
    await elsewhere.put(`/v1/clients/${clientId}/file/person`).send({ age: 30 }).expect(403);
    for (const role of ['hq-analyst', 'finance', 'auditor'] as const) {
      const who = await clients.as({ role });
      await who.get(`/v1/clients/${clientId}`).expect(403);
    }
  });

  it('moves her claims with her contact, and frees her old phone', async () => {
    const [one, two] = ['13600000001', '13600000002'];
    const clientId = await registered({ phone: one, memberNumber: 'm-1' });
    await registered({ phone: '13600000003' });
    await put(clientId, 'contact', { name: '王芳', phone: '13600000003' }).expect(409);
    await put(clientId, 'contact', {}).expect(400);
    await put(clientId, 'contact', { name: '王芳', phone: two, memberNumber: 'm-1' }).expect(200);
    const found = async (phone: string) =>
      (await clients.http.get(`/v1/clients?phone=${phone}`).expect(200)).body.items;
    expect(await found(two)).toMatchObject([{ clientId, phone: two, memberNumber: 'm-1' }]);
    expect(await found(one)).toEqual([]);
    await registered({ phone: one });
  });

  it('keeps nothing of a file in plain', async () => {
    const clientId = await registered();
    await put(clientId, 'talking-points', { family: 'canary-of-the-family' }).expect(200);
    const rows = await clients.app.get(DataSource).query('select e::text from event as e');
    expect(JSON.stringify(rows)).toContain('talking-points');
    expect(JSON.stringify(rows)).not.toContain('canary');
    await clients.app
      .get(DataSource)
      .query('update subject_key set wrapped = null where subject = $1', [clientId]);
    expect(await page(clientId)).toMatchObject({ erased: true, file: {}, name: null });
    expect((await put(clientId, 'person', { age: 3 }).expect(409)).body.code).toBe('erased');
  });
});
