import { pino } from 'pino';
import { readSettings, start, type StartedService } from '#libs/service';
import { asking, freshBaseUrl, TEST_SERVICE_SECRET, testAccess, tokenOf } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

const LI = '0190a000-0000-7000-8000-0000000000aa';

describe('reading clients one by one, from outside', () => {
  let written = '';
  let clients: StartedService;
  const before = process.env['LIREN_CLIENTS_READ_PER_HOUR'];
  beforeAll(async () => {
    process.env['LIREN_CLIENTS_READ_PER_HOUR'] = '3';
    const settings = readSettings({ DATABASE_URL: freshBaseUrl(), LOG_LEVEL: 'warn' });
    const access = { serviceSecret: TEST_SERVICE_SECRET, accessSource: testAccess };
    const logger = pino({ level: 'warn' }, { write: (line) => (written += line) });
    clients = await start(ClientsModule, { ...settings, ...access }, logger);
  });
  afterAll(async () => {
    if (before === undefined) delete process.env['LIREN_CLIENTS_READ_PER_HOUR'];
    else process.env['LIREN_CLIENTS_READ_PER_HOUR'] = before;
    await clients.stop();
  });

  it('ends for an hour where one account reads more than anybody needs, by page or by search, and is a warning', async () => {
    const li = asking(clients.url, await tokenOf({ role: 'front-desk', stores: ['sh-01'], subject: LI }));
    const ids: string[] = [];
    let position = 0;
    for (const name of ['王芳', '李娜', '张敏', '陈静']) {
      const { body } = await li.post('/v1/clients').send({ storeId: 'sh-01', name }).expect(201);
      ids.push(body.clientId as string);
      position = body.position as number;
    }
    for (const clientId of [ids[0], ids[1], ids[0]]) await li.get(`/v1/clients/${clientId}`).expect(200);
    await li.post('/v1/clients/search').send({ q: '张敏', minPosition: position }).expect(200);
    const page = await li.get(`/v1/clients/${ids[3]}`).expect(429);
    expect(page.body).toMatchObject({ code: 'too-many-requests', status: 429 });
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(3_500);
    await li.get(`/v1/clients/${ids[3]}/glance`).expect(429);
    await li.post('/v1/clients/search').send({ q: '陈静' }).expect(429);
    await li.get(`/v1/clients/${ids[2]}`).expect(200); // whom she has read already
    const warned = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(warned).toContainEqual(
      expect.objectContaining({ level: 40, status: 429, who: LI, msg: `GET /v1/clients/${ids[3]}` }),
    );
    const chen = asking(clients.url, await tokenOf({ role: 'front-desk', stores: ['sh-01'] }));
    await chen.get(`/v1/clients/${ids[3]}`).expect(200);
  });
});
