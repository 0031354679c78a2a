import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Views } from '#libs/service';
import { startForTest, type Asking, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('searching for a client, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-search-'));
  let clients: TestedService;
  let fang: string;
  let upTo = 0;

  const register = async (name: string, storeId: string, fields: object = {}): Promise<string> => {
    const { body } = await clients.http
      .post('/v1/clients')
      .send({ storeId, name, ...fields })
      .expect(201);
    upTo = body.position as number;
    return body.clientId as string;
  };
  const found = async (query: Record<string, string>, who: Asking = clients.http): Promise<string[]> => {
    const { body } = await who
      .get('/v1/clients')
      .query({ ...query, minPosition: upTo })
      .expect(200);
    return (body.items as { clientId: string }[]).map(({ clientId }) => clientId);
  };

  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder });
    fang = await register('王芳', 'sh-01', { phone: '13800138000', email: 'Fang@example.cn' });
    for (let at = 0; at < 30; at += 1) await register(`王${'甲乙丙丁戊'[at % 5]!}${at}`, 'sh-02');
    const { body } = await clients.http
      .put(`/v1/clients/${fang}/file/circumstances`)
      .send({ company: '丽人 Trading', occupation: 'teacher' })
      .expect(200);
    upTo = body.position as number;
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it('finds her by any field, and by several at once (CL-45)', async () => {
    for (const q of ['王芳', '8000', '+86 138-0013-8000', '丽人', 'trad', 'teacher 王', 'fang@example.cn'])
      expect(await found({ q })).toEqual([fang]);
    expect(await found({ email: 'FANG@example.cn' })).toEqual([fang]);
    for (const q of ['李芳', 'teacher 甲', '???', '7999']) expect(await found({ q })).toEqual([]);
    expect(await found({ q: '王' })).toHaveLength(20);
  });

  it('is asked in a body, so that nobody’s phone or name is in an address', async () => {
    const search = (body: object) => clients.http.post('/v1/clients/search').send(body);
    const asked = [{ q: '王芳' }, { phone: '+86 13800138000' }, { email: 'fang@example.cn', limit: 1 }];
    for (const body of asked) {
      const { items } = (await search({ ...body, minPosition: upTo }).expect(200)).body;
      expect((items as { clientId: string }[]).map(({ clientId }) => clientId)).toEqual([fang]);
    }
    await search({}).expect(400);
    await search({ q: '王芳', colour: 'red' }).expect(400);
    await (await clients.as({ role: 'hq-analyst' })).post('/v1/clients/search').send({ q: 'a' }).expect(403);
  });

  it('finds what she is called now, not what she was', async () => {
    const clientId = await register('Anna Berg', 'sh-01');
    const { body } = await clients.http
      .put(`/v1/clients/${clientId}/file/contact`)
      .send({ name: 'Anna Dahl' })
      .expect(200);
    upTo = body.position as number;
    expect(await found({ q: 'anna dahl' })).toEqual([clientId]);
    expect(await found({ q: 'berg' })).toEqual([]);
  });

  it('finds clients of the asker’s own stores, however many others have the name', async () => {
    const here = await clients.as({ role: 'front-desk', stores: ['sh-01'] });
    expect(await found({ q: '王' }, here)).toEqual([fang]);
    expect(await found({ phone: '13800138000' }, here)).toEqual([fang]);
    const there = await clients.as({ role: 'front-desk', stores: ['sh-02'] });
    const asked: Record<string, string>[] = [
      { q: '8000' },
      { phone: '13800138000' },
      { email: 'fang@example.cn' },
    ];
    for (const query of asked) expect(await found(query, there)).toEqual([]);
    expect(await found({ q: '王' }, await clients.as({ role: 'front-desk', stores: [] }))).toEqual([]);
    await (await clients.as({ role: 'hq-analyst' })).get('/v1/clients?q=a').expect(403);
  });

  it('is rebuilt as it is, and without whoever is erased', async () => {
    const rows = (): Promise<{ clientId: string }[]> =>
      clients.app.get(DataSource).query('select "clientId", tokens::text from client_search order by 1');
    const view = clients.app.get(Views).find('client_search')!;
    const before = await rows();
    await view.rebuild();
    expect(await rows()).toEqual(before);
    await clients.app
      .get(DataSource)
      .query('update subject_key set wrapped = null where subject = $1', [fang]);
    expect(await found({ q: '王芳' })).toEqual([]);
    await view.rebuild();
    expect(await rows()).toEqual(before.filter(({ clientId }) => clientId !== fang));
  });
});
