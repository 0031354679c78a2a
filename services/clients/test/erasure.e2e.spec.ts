import { jest } from '@jest/globals';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { ACKNOWLEDGING, erasureAcknowledged } from '#contracts/erasure-acknowledged.v1';
import { PostgresTransport } from '#libs/messaging';
import { topicOf } from '#libs/contracts';
import { Vault } from '#libs/privacy';
import { createDatabase, databaseName, withDatabase } from '#libs/service';
import { eventually, freshBaseUrl, startForTest, type TestedService } from '#libs/testing';
import { ContactsQuery } from '../src/client/contacts.query.js';
import { FilesQuery } from '../src/client/files.query.js';
import { ClientsModule } from '../src/clients.module.js';
import { ErasureProcess } from '../src/erasure/erasure.process.js';
import { OrderErasure } from '../src/erasure/order-erasure/order-erasure.js';

describe('erasing a client, from outside', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-erasure-'));
  let clients: TestedService;
  let bus: PostgresTransport;
  const start = (): Promise<TestedService> => startForTest(ClientsModule, { databaseUrl, dataFolder });
  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    clients.app.get(DataSource).query<Row[]>(text, values);

  beforeAll(async () => {
    await createDatabase(databaseUrl, databaseName(databaseUrl, 'bus'));
    bus = await PostgresTransport.connect(withDatabase(databaseUrl, databaseName(databaseUrl, 'bus')));
    clients = await start();
  });
  afterAll(async () => {
    await clients.stop();
    await bus.close();
    rmSync(dataFolder, { recursive: true });
  });

  const register = async (phone?: string): Promise<string> => {
    const body = { storeId: 'sh-01', name: '王芳', phone };
    const registered = await clients.http.post('/v1/clients').send(body).expect(201);
    return (registered.body as { clientId: string }).clientId;
  };
  const erase = (clientId: string) =>
    clients.http.post(`/v1/clients/${clientId}/erasure`).send({ reason: 'request-of-hers' });
  const certificate = async (clientId: string) =>
    (await clients.http.get(`/v1/erasures/${clientId}`).expect(200)).body as Record<string, unknown>;
  const isErased = async (clientId: string): Promise<boolean> => {
    const page = await clients.http.get(`/v1/clients/${clientId}`).expect(200);
    return (page.body as { erased: boolean; name: string | null }).erased && page.body.name === null;
  };

  it('leaves nobody to find, and her phone to whoever has it now', async () => {
    const clientId = await register('13800138111');
    const { body } = await erase(clientId).expect(201);
    expect(body).toMatchObject({ erasureId: clientId, appended: true });
    expect(await isErased(clientId)).toBe(true);
    const found = await clients.http.get('/v1/clients?phone=13800138111').expect(200);
    expect(found.body.items).toEqual([]);
    const again = await erase(clientId).expect(201);
    expect(again.body).toMatchObject({ appended: false });
    expect(await register('13800138111')).not.toBe(clientId);
    const consent = { purpose: 'health', textVersion: 'health-1', channel: 'phone' };
    const given = await clients.http.post(`/v1/clients/${clientId}/consents`).send(consent).expect(409);
    expect(given.body.code).toBe('erased');
    const health = { kind: 'allergy', text: 'nuts' };
    const therapist = await clients.as({ role: 'therapist', stores: ['sh-01'] });
    await therapist.post(`/v1/clients/${clientId}/health-notes`).send(health).expect(403);
  });

  it('answers a position at which no view shows her, of all files that are hers, and the same again', async () => {
    const [survivor, merged] = [await register(), await register()];
    const link = { mergedId: merged, reason: 'registered-twice' };
    await clients.http.post(`/v1/clients/${survivor}/merge`).send(link).expect(201);
    const asked = () => erase(survivor).set('idempotency-key', 'both').expect(201);
    const { body } = await asked();
    const [facts] = await sql<{ erased: number; last: number }>(
      `select count(*)::int as erased, max(position)::int as last from event where type = 'ClientErased' and stream = any($1)`,
      [[survivor, merged].map((clientId) => `client:${clientId}`)],
    );
    expect(facts).toEqual({ erased: 2, last: body.position });
    expect((await asked()).body).toEqual(body);
  });

  it('leaves nothing to find her by of what somebody wrote of her while she was erased', async () => {
    const clientId = await register('13800138121');
    const erasedMeanwhile = <Sealing>(
      query: { sealing: (id: string) => Promise<Sealing> },
      whom: string,
    ): void => {
      const sealing = query.sealing.bind(query);
      jest.spyOn(query, 'sealing').mockImplementationOnce(async (id) => {
        const sealed = await sealing(id);
        await erase(whom).expect(201);
        return sealed;
      });
    };
    erasedMeanwhile(clients.app.get(ContactsQuery), clientId);
    const contact = { name: '王芳', phone: '13800138122' };
    const changed = await clients.http.put(`/v1/clients/${clientId}/file/contact`).send(contact).expect(409);
    expect(changed.body.code).toBe('erased');
    const found = await clients.http.get('/v1/clients?phone=13800138122').expect(200);
    expect(found.body.items).toEqual([]);
    expect(await register('13800138122')).not.toBe(clientId);

    for (const [method, path, says] of [
      ['put', 'file/preferences', { likes: ['tea'] }],
      ['post', 'loss', { leftOn: '2026-03-01', reason: 'price', opinion: 'dear' }],
    ] as const) {
      const whom = await register();
      erasedMeanwhile(clients.app.get(FilesQuery), whom);
      const told = await clients.http[method](`/v1/clients/${whom}/${path}`).send(says).expect(409);
      expect(told.body.code).toBe('erased');
      const facts = await sql<{ type: string }>('select type from event where stream = $1 order by version', [
        `client:${whom}`,
      ]);
      expect(facts.at(-1)).toEqual({ type: 'ClientErased' });
    }
  });

  it('is answered as it is where something else is noted of her at the same moment', async () => {
    const clientId = await register('13800138123');
    const dataSource = clients.app.get(DataSource);
    const query = dataSource.query.bind(dataSource);
    const noting = jest.spyOn(dataSource, 'query').mockImplementation(async (text, ...rest) => {
      const rows: unknown = await query(text, ...rest);
      if (text.startsWith('select key from claim')) {
        noting.mockRestore();
        await clients.http.post(`/v1/clients/${clientId}/file-review`).expect(201);
      }
      return rows;
    });
    await erase(clientId).expect(201);
    expect(await isErased(clientId)).toBe(true);
    expect(await certificate(clientId)).toMatchObject({ status: 'carried-out' });
  });

  it('is of all files that are one person with hers, whichever is named, and of none who was parted from her', async () => {
    const [survivor, named, below, parted] = [
      await register('13800138114'),
      await register('13800138115'),
      await register('13800138116'),
      await register('13800138117'),
    ];
    const link = (what: string, into: string, mergedId: string) =>
      clients.http
        .post(`/v1/clients/${into}/${what}`)
        .send({ mergedId, reason: 'registered-twice' })
        .expect(201);
    await link('merge', named, below);
    await link('merge', survivor, named);
    await link('merge', survivor, parted);
    await link('unmerge', survivor, parted);
    const { body } = await erase(named).expect(201);
    expect(body.erasureId).toBe(named);
    expect(new Set(body.erasureIds)).toEqual(new Set([survivor, named, below]));
    for (const clientId of [survivor, named, below]) {
      expect(await isErased(clientId)).toBe(true);
      expect(await certificate(clientId)).toMatchObject({ status: 'carried-out' });
    }
    expect(await isErased(parted)).toBe(false);
    for (const phone of ['13800138114', '13800138115', '13800138116']) {
      const found = await clients.http.get(`/v1/clients?phone=${phone}`).expect(200);
      expect(found.body.items).toEqual([]);
    }
  });

  it('leaves no row of hers in any table by which she could be found, however often its view was rebuilt', async () => {
    const clientId = await register('13800138112');
    const rowsOfHers = async (): Promise<Record<string, number>> => {
      const tables = await sql<{ name: string }>(
        `select tablename as name from pg_tables where tablename ~ '^client_(search|mark)__'`,
      );
      const counts = tables.map(async ({ name }) => {
        const [{ rows }] = (await sql<{ rows: number }>(
          `select count(*)::int as rows from ${name} where "clientId" = $1`,
          [clientId],
        )) as [{ rows: number }];
        return [name, rows] as const;
      });
      return Object.fromEntries(await Promise.all(counts));
    };
    const numbers = async (): Promise<number[]> => Object.values(await rowsOfHers());
    await eventually(async () => expect(await numbers()).toEqual([1, 1]));
    for (const [at, view] of ['client_search', 'client_mark', 'client_search'].entries()) {
      await clients.http.post(`/operations/views/${view}/rebuild`).expect(202);
      await eventually(async () => {
        const { body } = await clients.http.get('/operations/views').expect(200);
        const status = (body as { name: string; generation: number }[]).find(({ name }) => name === view);
        expect(status).toMatchObject({ generation: [2, 2, 3][at], rebuilding: null });
      });
    }
    expect(Math.min(...(await numbers()))).toBe(1);
    await erase(clientId).expect(201);
    await eventually(async () => expect(Math.max(...(await numbers()))).toBe(0));
  });

  it('names on the certificate every table that has no row of hers any more', async () => {
    const lead = { storeId: 'sh-01', name: '李娜', phone: '13800138118', source: 'street' };
    const { clientId } = (await clients.http.post('/v1/leads').send(lead).expect(201)).body;
    const person = { hobbies: ['tea'] };
    await clients.http
      .put(`/v1/clients/${clientId as string}/file/person`)
      .send(person)
      .expect(200);
    const tables = await sql<{ name: string }>(
      `select table_name as name from information_schema.columns join pg_tables on tablename = table_name
        where column_name = 'clientId' and schemaname = 'public'`,
    );
    const withHers = async (): Promise<string[]> => {
      const rows = tables.map(async ({ name }) => {
        const found = await sql(`select from "${name}" where "clientId" = $1`, [clientId]);
        return found.length === 0 ? [] : [name.split('__')[0]!];
      });
      return (await Promise.all(rows)).flat();
    };
    const views = [
      'client_search',
      'client_mark',
      'client_of_store',
      'analysed_file',
      'lead',
      'file_quality',
    ];
    await eventually(async () => expect(await withHers()).toEqual(expect.arrayContaining(views)));
    const before = await withHers();
    await erase(clientId as string).expect(201);
    const left = async () => (await withHers()).filter((name) => views.includes(name));
    await eventually(async () => expect(await left()).toEqual([]));
    const after = await withHers();
    const emptied = before.filter((name) => !after.includes(name));
    const { covered } = (await certificate(clientId as string)) as { covered: { tables: string[] } };
    expect(emptied.filter((name) => !covered.tables.includes(name))).toEqual([]);
    expect(after.filter((name) => covered.tables.includes(name))).toEqual([]);
  });

  it('says on the certificate who has acknowledged it, also those who were away', async () => {
    const clientId = await register();
    await erase(clientId).expect(201);
    const before = await certificate(clientId);
    expect(before).toMatchObject({ status: 'carried-out', completedAt: null, reason: 'request-of-hers' });
    expect(before['backupsExpireOn']).toEqual(expect.stringMatching(/^\d{4}-\d\d-\d\d$/));
    const producer = await bus.producer();
    for (const service of ACKNOWLEDGING) {
      const { type } = erasureAcknowledged(service);
      await bus.ensureTopics([topicOf(type)]);
      await producer.send(topicOf(type), [acknowledgement(type, service, clientId)]);
    }
    await eventually(async () => {
      expect(await certificate(clientId)).toMatchObject({
        status: 'complete',
        completedAt: '2126-03-09T02:00:00.000Z',
        services: ACKNOWLEDGING.map((service) => ({ service, acknowledgedAt: '2126-03-09T02:00:00.000Z' })),
      });
    });
  });

  it('is carried out by whoever comes later, where it was interrupted after it was ordered', async () => {
    const clientId = await register();
    const files = [{ clientId, storeId: 'sh-01' }];
    const ordered = { files, reason: 'unlawful' as const, orderedBy: null };
    await clients.app
      .get(CommandBus)
      .execute(new OrderErasure({ ...ordered, orderedAt: new Date().toISOString() }));
    await eventually(async () =>
      expect(await certificate(clientId)).toMatchObject({ status: 'carried-out' }),
    );
    expect(await isErased(clientId)).toBe(true);
  });

  it('holds against a backup that is restored: before anybody is answered, she is erased again', async () => {
    const clientId = await register('13800138222');
    const keys = await sql('select * from subject_key where subject = $1', [clientId]);
    expect(keys).toHaveLength(1);
    // As if she had been erased after the backup was made: the database knows nothing, the file does.
    const unknown = randomUUID(); // registered after the backup, too
    appendFileSync(join(dataFolder, 'erasures'), `${clientId}\n${unknown}\nhalf a li`);
    await clients.stop();
    clients = await start();
    expect(await isErased(clientId)).toBe(true);
    expect(await certificate(clientId)).toMatchObject({ status: 'carried-out' });
    const found = await clients.http.get('/v1/clients?phone=13800138222').expect(200);
    expect(found.body.items).toEqual([]);
    const past = { clients: [{ clientId: unknown, storeId: 'sh-01', name: '王芳', phone: '13800138223' }] };
    const { body } = await clients.http.post('/v1/clients/batch').send(past).expect(200);
    expect(body.outcomes).toMatchObject([{ recorded: false, problem: { code: 'erased' } }]);
  });

  it('parts her from who was not erased with her, where a backup that is restored takes them for one person', async () => {
    const [survivor, erased, erasedBelow, below] = [
      await register(),
      await register(),
      await register(),
      await register(),
    ];
    for (const [into, mergedId] of [
      [erased, erasedBelow],
      [erased, below],
      [survivor, erased],
    ] as const)
      await clients.http
        .post(`/v1/clients/${into}/merge`)
        .send({ mergedId, reason: 'registered-twice' })
        .expect(201);
    const links = async (clientId: string): Promise<unknown> =>
      (await clients.http.get(`/v1/clients/${clientId}/links`).expect(200)).body;
    // As if two had been parted from the others, and erased, after the backup was made.
    appendFileSync(join(dataFolder, 'erasures'), `\n${erased}\n${erasedBelow}\n`);
    await clients.stop();
    clients = await start();
    expect(await links(erased)).toMatchObject({ mergedInto: null, mergedIds: [erasedBelow] });
    for (const clientId of [survivor, below]) {
      expect(await links(clientId)).toMatchObject({ mergedInto: null, mergedIds: [] });
      expect(await isErased(clientId)).toBe(false);
    }
    for (const clientId of [erased, erasedBelow]) expect(await isErased(clientId)).toBe(true);
    expect((await erase(survivor).expect(201)).body.erasureIds).toEqual([survivor]);
  });

  it('leaves together who are erased together, where that was interrupted and nobody but one is on the list', async () => {
    const [survivor, merged] = [await register(), await register()];
    await clients.http
      .post(`/v1/clients/${survivor}/merge`)
      .send({ mergedId: merged, reason: 'registered-twice' })
      .expect(201);
    const files = [survivor, merged].map((clientId) => ({ clientId, storeId: 'sh-01' }));
    const ordered = { files, reason: 'unlawful' as const, orderedBy: null };
    const carryingOut = jest.spyOn(clients.app.get(ErasureProcess), 'carryOut').mockResolvedValue(0);
    await clients.app
      .get(CommandBus)
      .execute(new OrderErasure({ ...ordered, orderedAt: new Date().toISOString() }));
    await clients.stop();
    carryingOut.mockRestore();
    appendFileSync(join(dataFolder, 'erasures'), `\n${survivor}\n`);
    clients = await start();
    await eventually(async () => expect(await isErased(merged)).toBe(true));
    const { body } = await clients.http.get(`/v1/clients/${merged}/links`).expect(200);
    expect(body).toMatchObject({ mergedInto: survivor });
  });

  it('has the list name all files of a person before anything of one is destroyed', async () => {
    const [survivor, merged] = [await register(), await register()];
    const link = { mergedId: merged, reason: 'registered-twice' };
    await clients.http.post(`/v1/clients/${survivor}/merge`).send(link).expect(201);
    const crashing = jest
      .spyOn(clients.app.get(Vault), 'destroy')
      .mockRejectedValue(new Error('the power is cut'));
    await erase(survivor).expect(500);
    const listed = readFileSync(join(dataFolder, 'erasures'), 'utf8');
    crashing.mockRestore();
    for (const clientId of [survivor, merged]) expect(listed).toContain(clientId);
    await eventually(async () => expect(await isErased(merged)).toBe(true));
  });

  it('has the list name all files of a person first also where whoever comes later carries it out', async () => {
    const both = [await register(), await register()];
    const files = both.map((clientId) => ({ clientId, storeId: 'sh-01' }));
    const ordered = { files, reason: 'unlawful' as const, orderedBy: null };
    const vault = clients.app.get(Vault);
    const listed: boolean[] = [];
    const crashing = jest.spyOn(vault, 'destroy').mockImplementation(async () => {
      const list = readFileSync(join(dataFolder, 'erasures'), 'utf8');
      listed.push(both.every((clientId) => list.includes(clientId)));
      throw new Error('the power is cut');
    });
    await clients.app
      .get(CommandBus)
      .execute(new OrderErasure({ ...ordered, orderedAt: new Date().toISOString() }));
    await eventually(() => expect(listed).not.toEqual([]));
    crashing.mockRestore();
    expect(listed[0]).toBe(true);
    for (const clientId of both) await eventually(async () => expect(await isErased(clientId)).toBe(true));
  });

  it('is done once: whoever was erased before a restart is left alone by it', async () => {
    const clientId = await register();
    await erase(clientId).expect(201);
    const shown = 'select from erasure_list where "clientId" = $1 and "carriedOutAt" is not null';
    await eventually(async () => expect(await sql(shown, [clientId])).toHaveLength(1));
    await clients.stop();
    const carryingOut = jest.spyOn(ErasureProcess.prototype, 'carryOut');
    clients = await start();
    expect(readFileSync(join(dataFolder, 'erasures'), 'utf8')).toContain(clientId);
    expect(carryingOut).not.toHaveBeenCalledWith(clientId);
    carryingOut.mockRestore();
  });

  it('is on the list beside the key again after that was lost, so that the next backup is held against it', async () => {
    const clientId = await register();
    await erase(clientId).expect(201);
    await eventually(async () =>
      expect(await sql('select from erasure_list where "clientId" = $1', [clientId])).toHaveLength(1),
    );
    const path = join(dataFolder, 'erasures');
    const before = readFileSync(path, 'utf8');
    await clients.stop();
    rmSync(path);
    clients = await start();
    expect(readFileSync(path, 'utf8')).toContain(clientId);
    appendFileSync(path, before);
  });

  it('is for the privacy officer and headquarters alone, and keeps ids beside the key, nothing else', async () => {
    const clientId = await register();
    const manager = await clients.as({ role: 'store-manager', stores: ['sh-01'] });
    await manager.post(`/v1/clients/${clientId}/erasure`).send({ reason: 'unlawful' }).expect(403);
    await clients.http.get(`/v1/erasures/${clientId}`).expect(404);
    await erase(randomUUID()).expect(404);
    expect(readFileSync(join(dataFolder, 'erasures'), 'utf8')).toMatch(
      /^[0-9a-f\-\n]+half a li[0-9a-f\-\n]*$/,
    );
  });
});

const acknowledgement = (type: string, service: string, clientId: string) => ({
  id: randomUUID(),
  type,
  source: `/liren/chain/${service}`,
  subject: `acknowledgement:${clientId}`,
  time: '2126-03-09T02:00:00.000Z',
  recordedAt: '2126-03-09T02:00:00.000Z',
  position: 1,
  key: clientId,
  correlationId: randomUUID(),
  causationId: null,
  data: { clientId, acknowledgedAt: '2126-03-09T02:00:00.000Z' },
});
