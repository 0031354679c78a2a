import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
import { eventually, freshBaseUrl, startForTest, type Asking, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';
import { ConsentTextsQuery } from '../src/consent-text/consent-texts.query.js';
import { OrderErasure } from '../src/erasure/order-erasure/order-erasure.js';

const STORE = 'sh-01';
const PURPOSES = ['health', 'photos'] as const;

describe('what is written of a client while another process decides about her', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-meanwhile-'));
  let clients: TestedService;
  let beside: TestedService;
  let therapist: Asking;
  let desk: Asking;
  let picture: Buffer;

  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder });
    beside = await startForTest(ClientsModule, { databaseUrl, dataFolder });
    therapist = await clients.as({ role: 'therapist', stores: [STORE] });
    desk = await clients.as({ role: 'front-desk', stores: [STORE] });
    picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
  });
  afterAll(async () => {
    await clients.stop();
    await beside.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    clients.app.get(DataSource).query<Row[]>(text, values);
  const register = async (): Promise<string> => {
    const { body } = await desk.post('/v1/clients').send({ storeId: STORE, name: '王芳' }).expect(201);
    return (body as { clientId: string }).clientId;
  };
  const consent = (clientId: string, purpose: (typeof PURPOSES)[number]) =>
    desk
      .post(`/v1/clients/${clientId}/consents`)
      .send({ purpose, textVersion: `${purpose}-1`, channel: 'in-store' });
  const consenting = async (): Promise<string> => {
    const clientId = await register();
    for (const purpose of PURPOSES) await consent(clientId, purpose).expect(201);
    return clientId;
  };
  const erase = async (clientId: string): Promise<void> => {
    await beside.http.post(`/v1/clients/${clientId}/erasure`).send({ reason: 'request-of-hers' }).expect(201);
  };
  const withdraw = async (clientId: string, purpose: (typeof PURPOSES)[number]): Promise<void> => {
    await beside.http
      .post(`/v1/clients/${clientId}/consents/${purpose}/withdrawal`)
      .send({ channel: 'phone' })
      .expect(201);
  };
  const factsOf = async (stream: string): Promise<string[]> => {
    const facts = await sql<{ type: string }>('select type from event where stream = $1 order by version', [
      stream,
    ]);
    return facts.map(({ type }) => type);
  };
  const picturesOf = (clientId: string) => sql('select from sealed_picture where client_id = $1', [clientId]);

  /** Done after all that is looked at for these facts was looked at, and right before they are appended. */
  const meanwhile = (stream: string, work: () => Promise<void>): void => {
    const events = clients.app.get(EventStore);
    const append = events.append.bind(events);
    const appending = jest.spyOn(events, 'append').mockImplementation(async (request) => {
      if (request.streams[0]?.stream !== stream) return append(request);
      appending.mockRestore();
      await work();
      return append(request);
    });
  };

  const noteHealth = (clientId: string) =>
    therapist.post(`/v1/clients/${clientId}/health-notes`).send({ kind: 'allergy', text: 'nuts' });
  const takePicture = (clientId: string) =>
    therapist
      .post(`/v1/clients/${clientId}/care-pictures`)
      .query({ side: 'before', area: 'chin', takenOn: '2026-03-02' })
      .set('content-type', 'image/png')
      .send(picture);
  const SEALED = [
    ['health', 'a health note', noteHealth],
    [
      'health',
      'why a glass was broken',
      (clientId: string) =>
        therapist.post(`/v1/clients/${clientId}/health-notes/break-glass`).send({ reason: 'she swells' }),
    ],
    ['care-picture', 'a picture of her skin', takePicture],
    [
      'care-log',
      'a care',
      (clientId: string) => therapist.post(`/v1/clients/${clientId}/care-log`).send({ feedback: 'good' }),
    ],
    [
      'consent',
      'the consent of a guardian',
      (clientId: string) =>
        desk.post(`/v1/clients/${clientId}/consents`).send({
          ...{ purpose: 'third-party', textVersion: 'third-party-1', channel: 'in-store' },
          guardian: { name: '李娜', relation: 'mother' },
        }),
    ],
  ] as const;

  describe.each(SEALED)('on the stream %s, %s', (category, _what, write) => {
    it('is refused where she is erased in that moment, and leaves nothing that nobody can read', async () => {
      const clientId = await consenting();
      const before = await factsOf(`${category}:${clientId}`);
      meanwhile(`${category}:${clientId}`, () => erase(clientId));
      expect((await write(clientId).expect(409)).body.code).toBe('erased');
      expect(await factsOf(`${category}:${clientId}`)).toEqual(before);
      expect(await picturesOf(clientId)).toEqual([]);
    });

    it('is refused from the moment in which her erasure is ordered', async () => {
      const clientId = await consenting();
      const files = [{ clientId, storeId: STORE }];
      const order = { files, reason: 'unlawful' as const, orderedBy: null };
      meanwhile(`${category}:${clientId}`, async () => {
        const orderedAt = new Date().toISOString();
        await inCommandContext({ commandId: uuidv7() }, () =>
          beside.app.get(CommandBus).execute(new OrderErasure({ ...order, orderedAt })),
        );
      });
      expect((await write(clientId).expect(409)).body.code).toBe('erased');
    });

    it('is erased with her where it was written before', async () => {
      const clientId = await consenting();
      await write(clientId).expect(201);
      await erase(clientId);
      expect(await factsOf(`erasure:${clientId}`)).toContain('ErasureCarriedOut');
      expect(await picturesOf(clientId)).toEqual([]);
    });
  });

  describe.each([
    ['health', 'a health note', 'health', noteHealth],
    ['care-picture', 'a picture of her skin', 'photos', takePicture],
    [
      'client',
      'what her skin is like',
      'health',
      (clientId: string) =>
        therapist.put(`/v1/clients/${clientId}/file/skin-diagnosis`).send({ analysis: 'dry' }),
    ],
  ] as const)('on the stream %s, %s', (category, _what, purpose, write) => {
    it('is refused where she withdraws her consent in that moment, and that is a fact', async () => {
      const clientId = await consenting();
      const before = await factsOf(`${category}:${clientId}`);
      meanwhile(`${category}:${clientId}`, () => withdraw(clientId, purpose));
      expect((await write(clientId).expect(403)).body.code).toBe('no-consent');
      expect(await factsOf(`${category}:${clientId}`)).toEqual(before);
      expect(await picturesOf(clientId)).toEqual([]);
      expect(await factsOf(`reading:${clientId}`)).toEqual(['ReadingRefused']);
    });

    it('is kept where she withdraws another consent in that moment', async () => {
      const clientId = await consenting();
      const other = PURPOSES.find((one) => one !== purpose)!;
      meanwhile(`${category}:${clientId}`, () => withdraw(clientId, other));
      expect((await write(clientId)).body).toMatchObject({ appended: true });
    });
  });

  it('is no refusal to read where she consents again while it is refused, and it is taken', async () => {
    const clientId = await consenting();
    const texts = clients.app.get(ConsentTextsQuery);
    meanwhile(`health:${clientId}`, async () => {
      await withdraw(clientId, 'health');
      const inStore = texts.inStore.bind(texts);
      const reading = jest.spyOn(texts, 'inStore').mockImplementation(async (storeId) => {
        reading.mockRestore();
        await consent(clientId, 'health').expect(201);
        return inStore(storeId);
      });
    });
    await noteHealth(clientId).expect(201);
    expect(await factsOf(`reading:${clientId}`)).toEqual([]);
  });

  it('is noted of her health through a broken glass, also where she withdraws her consent in that moment', async () => {
    const clientId = await consenting();
    await therapist
      .post(`/v1/clients/${clientId}/health-notes/break-glass`)
      .send({ reason: 'she swells' })
      .expect(201);
    meanwhile(`health:${clientId}`, () => withdraw(clientId, 'health'));
    await noteHealth(clientId).expect(201);
  });

  it('leaves her in no view of whose health is noted, whether it came before or was refused', async () => {
    const [before, meant] = [await consenting(), await consenting()];
    await noteHealth(before).expect(201);
    await erase(before);
    meanwhile(`health:${meant}`, () => erase(meant));
    await noteHealth(meant).expect(409);
    const [head] = await sql<{ position: number }>('select position from head');
    await eventually(async () => {
      const { body } = await clients.http.get('/operations/views').expect(200);
      const views = body as { name: string; position: number }[];
      expect(views.find(({ name }) => name === 'noted_health')!.position).toBeGreaterThanOrEqual(
        head!.position,
      );
    });
    const [table] = await sql<{ name: string }>(
      `select tablename as name from pg_tables where tablename ~ '^noted_health__'`,
    );
    const left = await sql(`select "clientId" from ${table!.name} where "clientId" = any($1)`, [
      [before, meant],
    ]);
    expect(left).toEqual([]);
  });
});
