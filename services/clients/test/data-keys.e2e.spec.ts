import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { Vault, type Envelope } from '#libs/privacy';
import { Views } from '#libs/service';
import { freshBaseUrl, startForTest, type Asking, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('a client’s data keys and the cipher they seal with, from outside', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-data-keys-'));
  let clients: TestedService;
  let officer: Asking;
  let therapist: Asking;
  const start = async (cipher: 'aes-256-gcm' | 'chacha20-poly1305'): Promise<void> => {
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, cipher });
    officer = await clients.as({ role: 'privacy-officer' });
    therapist = await clients.as({ role: 'therapist', stores: ['sh-01'] });
  };
  beforeAll(() => start('aes-256-gcm'));
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    clients.app.get(DataSource).query<Row[]>(text, values);
  const register = async (name: string): Promise<string> => {
    const { body } = await clients.http.post('/v1/clients').send({ storeId: 'sh-01', name }).expect(201);
    return (body as { clientId: string }).clientId;
  };
  const rename = async (clientId: string, name: string): Promise<number> =>
    (await clients.http.put(`/v1/clients/${clientId}/file/contact`).send({ name }).expect(200)).body
      .position as number;
  const replace = (clientId: string, reason = 'may-be-known', by = officer) =>
    by.post(`/v1/clients/${clientId}/data-keys`).send({ reason });
  const page = async (clientId: string) =>
    (await clients.http.get(`/v1/clients/${clientId}`).expect(200)).body;
  const found = async (q: string, minPosition: number): Promise<string[]> => {
    const { body } = await clients.http.get('/v1/clients').query({ q, minPosition }).expect(200);
    return (body.items as { clientId: string }[]).map((one) => one.clientId);
  };
  const aPicture = (): Promise<Buffer> =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: 'pink' } })
      .png()
      .toBuffer();
  const takePicture = (clientId: string, picture: Buffer) =>
    therapist
      .post(`/v1/clients/${clientId}/care-pictures`)
      .query({ side: 'before', area: 'chin', takenOn: '2026-03-02' })
      .set({ 'content-type': 'image/png', 'idempotency-key': randomUUID() })
      .send(picture)
      .expect(201);
  const consentToPhotos = (clientId: string) =>
    clients.http
      .post(`/v1/clients/${clientId}/consents`)
      .send({ purpose: 'photos', textVersion: 'photos-1', channel: 'in-store' })
      .expect(201);
  /** Format and version of the key of what is sealed for her contact, as it was recorded. */
  const sealedAs = async (clientId: string): Promise<[number, number][]> => {
    const facts = await sql<{ contact: Envelope }>(
      `select data->'contact' as contact from event where stream = $1 and data->'contact' is not null order by position`,
      [`client:${clientId}`],
    );
    return facts.map(({ contact: { v, k } }) => [v, k]);
  };
  /** The same of her pictures. */
  const picturesAs = async (clientId: string): Promise<[number, number][]> => {
    const rows = await sql<{ sealed: Buffer }>('select sealed from sealed_picture where client_id = $1', [
      clientId,
    ]);
    return rows.map(({ sealed }): [number, number] => [sealed[0]!, sealed[1]!]).sort();
  };
  const seePictures = async (clientId: string): Promise<number> => {
    const { body } = await therapist.get(`/v1/clients/${clientId}/care-pictures`).expect(200);
    const { items } = body as { items: { pictureId: string }[] };
    for (const { pictureId } of items) {
      const seen = await therapist.get(`/v1/clients/${clientId}/care-pictures/${pictureId}`).expect(200);
      expect(seen.headers['content-type']).toBe('image/png');
    }
    return items.length;
  };
  const versionsThere = async (clientId: string): Promise<number[]> => {
    const rows = await sql<{ version: number }>(
      'select version from subject_key where subject = $1 order by version',
      [clientId],
    );
    return rows.map(({ version }) => version);
  };
  const versionsTold = async (clientId: string): Promise<number[]> => {
    const rows = await sql<{ told: number }>(
      `select (data->>'version')::int as told from event where stream = $1 order by version`,
      [`subject-key:${clientId}`],
    );
    return rows.map(({ told }) => told);
  };
  const rebuildSearch = () => clients.app.get(Views).find('client_search')!.rebuild();

  it('are replaced: new facts and pictures are sealed with new ones, those before open with theirs', async () => {
    const clientId = await register('Anna Berg');
    await consentToPhotos(clientId);
    await takePicture(clientId, await aPicture());
    const { body } = await replace(clientId).expect(201);
    expect(body).toMatchObject({ appended: true });
    expect(await page(clientId)).toMatchObject({ name: 'Anna Berg' });
    const position = await rename(clientId, 'Anna Dahl');
    await takePicture(clientId, await aPicture());
    expect(await sealedAs(clientId)).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(await picturesAs(clientId)).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(await seePictures(clientId)).toBe(2);
    expect(await page(clientId)).toMatchObject({ name: 'Anna Dahl' });
    expect(await found('anna dahl', position)).toEqual([clientId]);
    await rebuildSearch();
    expect(await found('anna dahl', position)).toEqual([clientId]);
    expect(await found('berg', position)).toEqual([]);
  });

  it('are replaced by an officer for privacy who says why, in a fact that tells nothing else', async () => {
    const clientId = await register('王芳');
    await replace(clientId, 'may-be-known', clients.http).expect(403);
    await replace(clientId, 'because').expect(400);
    await replace(randomUUID()).expect(404);
    await replace(clientId, 'life-over').expect(201);
    await replace(clientId, 'her-wish').expect(201);
    const facts = await sql<{ data: unknown }>(
      `select data from event where type = 'DataKeysReplaced' and stream = $1 order by version`,
      [`subject-key:${clientId}`],
    );
    expect(facts.map(({ data }) => data)).toEqual([
      { clientId, storeId: 'sh-01', version: 2, reason: 'life-over' },
      { clientId, storeId: 'sh-01', version: 3, reason: 'her-wish' },
    ]);
  });

  it('are told by whoever asks again, where a request was broken off after they were made', async () => {
    const clientId = await register('王芳');
    await clients.app.get(Vault).replace(clientId, 2);
    await replace(clientId).expect(201);
    expect(await versionsThere(clientId)).toEqual([1, 2]);
    expect(await versionsTold(clientId)).toEqual([2]);
  });

  it('are replaced once by a request that is sent twice', async () => {
    const clientId = await register('王芳');
    const key = randomUUID();
    for (let times = 1; times <= 2; times += 1)
      await replace(clientId).set('idempotency-key', key).expect(201);
    expect(await versionsThere(clientId)).toEqual([1, 2]);
  });

  it('are what every fact of the log says, whoever replaces them and changes her at once', async () => {
    const clientId = await register('王芳');
    const asked = [1, 2, 3, 4].flatMap((at) => [
      replace(clientId).expect(201),
      rename(clientId, `王芳 ${at}`),
    ]);
    for (const one of await Promise.allSettled(asked)) expect(one.status).toBe('fulfilled');
    expect([1, ...(await versionsTold(clientId))]).toEqual(await versionsThere(clientId));
    expect(await page(clientId)).toMatchObject({ name: expect.stringMatching(/^王芳 \d$/) as string });
  });

  it('may be replaced, and used, between the moment somebody has them and what she does with them', async () => {
    const clientId = await register('王芳');
    const vault = clients.app.get(Vault);
    const make = vault.make.bind(vault);
    vault.make = async (subject, purpose) => {
      vault.make = make;
      const keys = await make(subject, purpose);
      await replace(clientId).expect(201);
      await rename(clientId, 'in between');
      return keys;
    };
    await rename(clientId, 'at last');
    expect(await page(clientId)).toMatchObject({ name: 'at last' });
    expect(await sealedAs(clientId)).toEqual([
      [1, 1],
      [1, 2],
      [1, 2],
    ]);
  });

  it('go in all their versions when she is erased, and nobody makes her another', async () => {
    const clientId = await register('Zora Erasable');
    await replace(clientId).expect(201);
    const position = await rename(clientId, 'Zora Erased');
    await officer.post(`/v1/clients/${clientId}/erasure`).send({ reason: 'request-of-hers' }).expect(201);
    const left = await sql('select from subject_key where subject = $1 and wrapped is not null', [clientId]);
    expect(left).toEqual([]);
    expect(await page(clientId)).toMatchObject({ name: null, erased: true });
    const { body } = await replace(clientId).expect(409);
    expect(body).toMatchObject({ code: 'erased' });
    await rebuildSearch();
    expect(await found('zora', position)).toEqual([]);
  });

  it('seal with another cipher after a start that says so, beside what was sealed before, and back', async () => {
    const clientId = await register('Ciphered Before');
    await consentToPhotos(clientId);
    await takePicture(clientId, await aPicture());
    await clients.stop();
    await start('chacha20-poly1305');
    expect(await page(clientId)).toMatchObject({ name: 'Ciphered Before' });
    const position = await rename(clientId, 'Ciphered After');
    await takePicture(clientId, await aPicture());
    await replace(clientId, 'other-cipher').expect(201);
    await clients.stop();
    await start('aes-256-gcm');
    expect(await page(clientId)).toMatchObject({ name: 'Ciphered After' });
    expect(await seePictures(clientId)).toBe(2);
    await rename(clientId, 'Ciphered again');
    expect(await sealedAs(clientId)).toEqual([
      [1, 1],
      [2, 1],
      [1, 2],
    ]);
    expect(await picturesAs(clientId)).toEqual([
      [1, 1],
      [2, 1],
    ]);
    await rebuildSearch();
    expect(await found('ciphered again', position)).toEqual([clientId]);
  });
});
