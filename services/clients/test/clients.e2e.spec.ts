import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { topicOf, type DataOf, type Message } from '#libs/contracts';
import { PostgresTransport } from '#libs/messaging';
import { localWrapping, Vault } from '#libs/privacy';
import { createDatabase, DATABASE, databaseName, withDatabase, type Database } from '#libs/service';
import { eventually, freshBaseUrl, startForTest, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('clients, from outside', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-clients-'));
  let clients: TestedService;
  let bus: PostgresTransport;
  const post = (path: string, body: object = {}) => clients.http.post(path).send(body);
  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    clients.app.get(DataSource).query<Row[]>(text, values);

  beforeAll(async () => {
    const url = withDatabase(databaseUrl, databaseName(databaseUrl, 'bus'));
    await createDatabase(databaseUrl, databaseName(databaseUrl, 'bus'));
    bus = await PostgresTransport.connect(url);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder });
  });
  afterAll(async () => {
    await clients.stop();
    await bus.close();
    rmSync(dataFolder, { recursive: true });
  });

  const hear = async (...visits: Partial<DataOf<typeof visitCompleted>>[]): Promise<void> => {
    const topic = topicOf(visitCompleted.type);
    await bus.ensureTopics([topic]);
    await (await bus.producer()).send(topic, visits.map(visitMessage));
  };

  it('shows a client to those of her store, and to nobody of another', async () => {
    const her = { storeId: 'sh-01', name: '刘洋', phone: '13900139000' };
    const { clientId } = (await post('/v1/clients', her).expect(201)).body as { clientId: string };
    const desk = (storeId: string) => clients.as({ role: 'front-desk', stores: [storeId] });
    const [here, there] = [await desk('sh-01'), await desk('bj-01')];
    await here.get(`/v1/clients/${clientId}`).expect(200);
    await there.get(`/v1/clients/${clientId}`).expect(403);
    const found = async (desk: typeof here) =>
      ((await desk.get('/v1/clients').query({ phone: her.phone }).expect(200)).body as { items: object[] })
        .items;
    expect(await found(here)).toMatchObject([{ clientId }]);
    expect(await found(there)).toEqual([]);
  });

  it('registers a client and shows her at once, by id, phone and member number', async () => {
    const her = { storeId: 'sh-01', name: '王芳', phone: '+86 138 0013 8000', memberNumber: 'vip-7' };
    const { body } = await post('/v1/clients', { ...her, email: 'fang@example.cn' }).expect(201);
    expect(body).toMatchObject({ version: 1, appended: true });
    const page = {
      ...her,
      clientId: body.clientId,
      status: 'client',
      email: 'fang@example.cn',
      erased: false,
    };
    const one = await clients.http.get(`/v1/clients/${body.clientId}`).expect(200);
    expect(one.body).toMatchObject(page);
    expect(one.headers['etag']).toBe('"1"');
    for (const query of ['phone=13800138000', 'phone=+8613800138000', 'memberNumber=VIP-7']) {
      const found = await clients.http.get(`/v1/clients?${query}`).expect(200);
      expect(found.body).toEqual({ items: [expect.objectContaining(page)], nextCursor: null });
    }
    const nobody = await clients.http.get('/v1/clients?phone=13800138001').expect(200);
    expect(nobody.body).toEqual({ items: [], nextCursor: null });
  });

  it('registers one of many who register the same phone at the same moment', async () => {
    const phones = ['139 1111 2222', '139-1111-2222', '+8613911112222', '008613911112222', '13911112222'];
    const answers = await Promise.all(
      phones.map((phone) => post('/v1/clients', { storeId: 'sh-01', phone, name: 'Li' })),
    );
    const [registered, ...none] = answers.filter(({ status }) => status === 201);
    expect(none).toEqual([]);
    for (const { body } of answers.filter(({ status }) => status !== 201)) {
      expect(body).toMatchObject({
        status: 409,
        code: 'client-already-registered',
        context: { clientId: registered!.body.clientId },
      });
    }
  });

  it('answers the same request with the same key as it did', async () => {
    const send = () =>
      post('/v1/clients', { storeId: 'sh-01', phone: '13700000001' }).set('idempotency-key', 'k');
    const first = await send().expect(201);
    const again = await send().expect(201);
    expect(again.body).toEqual(first.body);
  });

  it.each([
    ['nobody told', { storeId: 'sh-01', email: 'a@b.cn' }, 'name'],
    ['a blank name', { storeId: 'sh-01', name: ' ' }, 'name'],
    ['a phone without digits', { storeId: 'sh-01', phone: '---' }, 'phone'],
    ['a wrong e-mail address', { storeId: 'sh-01', name: 'Li', email: 'nobody' }, 'email'],
    ['no store', { name: 'Li' }, 'storeId'],
  ])('names the field: %s', async (_what, body, field) => {
    const refused = await post('/v1/clients', body).expect(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('does not look for nobody, and does not know whom nobody registered', async () => {
    await clients.http.get('/v1/clients').expect(400);
    const unknown = await clients.http.get(`/v1/clients/${randomUUID()}`).expect(404);
    expect(unknown.body.code).toBe('unknown-client');
  });

  it('registers many of the past, each once, and says who was there before', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const of = (clientId: string, memberNumber: string) => ({
      clientId,
      storeId: 'France',
      memberNumber,
      registeredAt: '2010-12-01T08:26:00.000Z',
    });
    const outcome = (clientId: string, recorded: boolean) => ({
      clientId,
      recorded,
      existing: !recorded,
      problem: null,
    });
    const told = { clients: [of(a, '17850'), of(b, '13047')] };
    const first = await post('/v1/clients/batch', told).expect(200);
    expect(first.body.outcomes).toEqual([outcome(a, true), outcome(b, true)]);
    const again = await post('/v1/clients/batch', told).expect(200);
    expect(again.body.outcomes).toEqual([outcome(a, false), outcome(b, false)]);
    const twice = [of(randomUUID(), '13999'), of(randomUUID(), '13999')];
    const both = await post('/v1/clients/batch', { clients: twice }).expect(200);
    const winner = twice[0]!.clientId;
    expect(both.body.outcomes).toEqual([outcome(winner, true), outcome(winner, false)]);
    const others = { clients: [of(randomUUID(), ' 17850 '), of(randomUUID(), '13047')] };
    const known = await post('/v1/clients/batch', others).expect(200);
    expect(known.body.outcomes).toEqual([outcome(a, false), outcome(b, false)]);
    const one = await clients.http.get(`/v1/clients/${b}`).expect(200);
    expect(one.body).toMatchObject({ since: '2010-12-01T08:26:00.000Z', memberNumber: '13047', version: 1 });
    await post('/v1/clients/batch', { clients: [{ clientId: a, storeId: 'France' }] }).expect(400);
  });

  it('makes a lead a client when somebody says so, once', async () => {
    const lead = { storeId: 'sh-01', source: 'walked by', name: 'Zhao', phone: '13700000002' };
    const { clientId } = (await post('/v1/leads', lead).expect(201)).body;
    const refused = await post('/v1/clients', { storeId: 'sh-01', phone: lead.phone }).expect(409);
    expect(refused.body.context).toEqual({ clientId });
    const qualified = await post(`/v1/leads/${clientId}/qualification`).expect(201);
    expect(qualified.body).toMatchObject({ version: 3, appended: true });
    const again = await post(`/v1/leads/${clientId}/qualification`).expect(201);
    expect(again.body).toEqual({ ...qualified.body, appended: false });
    const one = await clients.http.get(`/v1/clients/${clientId}`).expect(200);
    expect(one.body).toMatchObject({ status: 'client', name: 'Zhao', phone: lead.phone });
    await post(`/v1/leads/${randomUUID()}/qualification`).expect(404);
  });

  it('makes a lead a client when she comes; of others’ visits it records nothing', async () => {
    const lead = { storeId: 'sh-01', source: 'friend', phone: '13700000003' };
    const { clientId } = (await post('/v1/leads', lead).expect(201)).body;
    await hear({ clientId: randomUUID() }, { clientId: null }, { clientId }, { clientId });
    await eventually(async () => {
      const one = await clients.http.get(`/v1/clients/${clientId}`).expect(200);
      expect(one.body).toMatchObject({ status: 'client', since: '2026-03-01T02:00:00.000Z', version: 3 });
    });
    const told = await eventually(async () => {
      const messages = await toldAbout(clientId as string);
      expect(messages).toHaveLength(2);
      return messages;
    });
    expect(told.map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: 'clients.lead-qualified.v1',
        data: { clientId, storeId: 'sh-01', qualifiedAt: '2026-03-01T02:00:00.000Z' },
      },
      {
        type: 'clients.client-registered.v1',
        data: { clientId, storeId: 'sh-01', registeredAt: '2026-03-01T02:00:00.000Z', registeredOn: null },
      },
    ]);
  });

  it('keeps who she is nowhere in plain: not in a table, not in a message', async () => {
    const canary = randomBytes(6).toString('hex');
    const phone = `13${String(randomBytes(5).readUIntBE(0, 5) % 1e9).padStart(9, '0')}`;
    const personal = {
      name: `name ${canary}`,
      phone,
      memberNumber: `number-${canary}`,
      email: `${canary}@b.cn`,
    };
    const { body } = await post('/v1/clients', { storeId: 'sh-01', ...personal }).expect(201);
    await eventually(async () => expect(await toldAbout(body.clientId as string)).toHaveLength(1));
    const everything = await allRows(databaseUrl);
    expect(everything).toContain(body.clientId);
    for (const value of [canary, canary.toUpperCase(), phone, Buffer.from(phone).toString('hex')]) {
      expect(everything).not.toContain(value);
    }
    for (const value of Object.values(personal)) {
      expect(everything).not.toContain(Buffer.from(value).toString('base64').slice(0, 8));
    }
  });

  it('reads one whose key is destroyed as erased, and makes her no other', async () => {
    const { clientId } = (await post('/v1/clients', { storeId: 'sh-01', name: 'Qian' }).expect(201)).body;
    await sql('update subject_key set wrapped = null where subject = $1', [clientId]);
    const one = await clients.http.get(`/v1/clients/${clientId}`).expect(200);
    expect(one.body).toMatchObject({ clientId, name: null, phone: null, erased: true });
    const again = await post('/v1/clients', { clientId, storeId: 'sh-01', name: 'Qian' }).expect(409);
    expect(again.body.code).toBe('erased');
  });

  it('has her key before the fact that needs it', async () => {
    const without = await sql(
      `select stream from event where type in ('ClientRegistered', 'LeadAdded') and not exists (
         select from subject_key where 'client:' || subject = stream)`,
    );
    expect(without).toEqual([]);
  });

  it('goes on with the same keys after a start, and takes no other key-encryption key', async () => {
    const second = await startForTest(ClientsModule, { databaseUrl, dataFolder });
    const found = await second.http.get('/v1/clients?memberNumber=vip-7').expect(200);
    expect(found.body.items).toMatchObject([{ name: '王芳' }]);
    await second.stop();
    const { pool } = clients.app.get<Database>(DATABASE);
    await expect(Vault.open(pool, { current: localWrapping(randomBytes(32)) })).rejects.toThrow(
      'another key-encryption key',
    );
  });

  const toldAbout = async (clientId: string): Promise<Message[]> => {
    const rows = await rowsOf<{ messages: string }>(
      databaseUrl,
      'bus',
      `select messages from record_batch where topic = 'liren.clients.v1' order by last_offset`,
    );
    return rows
      .flatMap(({ messages }) => JSON.parse(messages) as Message[])
      .filter(({ key }) => key === clientId);
  };
});

const rowsOf = async <Row>(baseUrl: string, database: string, text: string): Promise<Row[]> => {
  const url = withDatabase(baseUrl, databaseName(baseUrl, database));
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    return await dataSource.query<Row[]>(text);
  } finally {
    await dataSource.destroy();
  }
};

/** Every row of every table of the service and of the bus, as text. */
const allRows = async (baseUrl: string): Promise<string> => {
  let text = '';
  for (const database of ['clients', 'bus']) {
    const tables = await rowsOf<{ name: string }>(
      baseUrl,
      database,
      `select format('%I', table_name) as name from information_schema.tables where table_schema = 'public'`,
    );
    for (const { name } of tables) {
      text += JSON.stringify(await rowsOf(baseUrl, database, `select t::text from ${name} as t`));
    }
  }
  return text;
};

const visitMessage = (
  visit: Partial<DataOf<typeof visitCompleted>>,
  at: number,
): Message<typeof visitCompleted> => {
  const visitId = visit.visitId ?? randomUUID();
  return {
    id: randomUUID(),
    type: visitCompleted.type,
    source: '/liren/chain/visits',
    subject: `visit:${visitId}`,
    time: '2026-03-01T02:00:00.000Z',
    recordedAt: '2026-03-01T02:00:00.000Z',
    position: at + 1,
    key: visit.clientId ?? visitId,
    correlationId: randomUUID(),
    causationId: null,
    data: {
      visitId,
      clientId: null,
      storeId: 'sh-02',
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
      lines: [],
      paidMinor: 29_800,
      completedAt: '2026-03-01T02:00:00.000Z',
      completedOn: '2026-03-01',
      ...visit,
    },
  };
};
