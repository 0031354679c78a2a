import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { eventually, movableClock, startForTest, type Asking, type TestedService } from '#libs/testing';
import { SealedPictures } from '../src/care-picture/sealed-pictures.process.js';
import { ClientsModule } from '../src/clients.module.js';

const STORE = ['sh-01'];

/** Like no other, of 64 by 48 pixels. */
const aPicture = (type: 'jpeg' | 'png' | 'webp' = 'png'): Promise<Buffer> =>
  sharp(randomBytes(64 * 48 * 3), { raw: { width: 64, height: 48, channels: 3 } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' } })
    .toFormat(type)
    .toBuffer();

const pixelsOf = (picture: Buffer): Promise<Buffer> => sharp(picture).removeAlpha().raw().toBuffer();

describe('pictures of a client’s skin, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-pictures-'));
  const clock = movableClock('2026-04-01T02:00:00.000Z');
  let clients: TestedService;
  let therapist: Asking;
  let desk: Asking;
  let officer: Asking;
  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { dataFolder, clock });
    therapist = await clients.as({ role: 'therapist', stores: STORE });
    desk = await clients.as({ role: 'front-desk', stores: STORE });
    officer = await clients.as({ role: 'privacy-officer' });
  });
  afterAll(async () => {
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    clients.app.get(DataSource).query<Row[]>(text, values);
  const rowsOf = (her: string) =>
    sql<{ sealed: Buffer; doubtful_since: Date | null }>(
      'select * from sealed_picture where client_id = $1',
      [idOf(her)],
    );
  const idOf = (her: string): string => her.slice(-36);

  const register = async (consenting = true): Promise<string> => {
    const { body } = await desk.post('/v1/clients').send({ storeId: 'sh-01', name: '王芳' }).expect(201);
    const her = `/v1/clients/${(body as { clientId: string }).clientId}`;
    const consent = { purpose: 'photos', textVersion: 'photos-1', channel: 'in-store' };
    if (consenting) await desk.post(`${her}/consents`).send(consent).expect(201);
    return her;
  };
  const take = (
    her: string,
    picture: Buffer | string,
    told: object = {},
    {
      type = 'image/png',
      key = randomUUID(),
      by = therapist,
    }: { type?: string; key?: string; by?: Asking } = {},
  ) =>
    by
      .post(`${her}/care-pictures`)
      .query({ side: 'before', area: 'chin', takenOn: '2026-03-02', ...told })
      .set({ 'content-type': type, 'idempotency-key': key })
      .send(picture);
  const list = async (her: string) =>
    (await therapist.get(`${her}/care-pictures`).expect(200)).body.items as { pictureId: string }[];

  it('are taken, listed and seen again as they are, without where they were taken', async () => {
    const her = await register();
    const [given, careId] = [await aPicture(), randomUUID()];
    const { body } = await take(her, given, { careId }).expect(201);
    const link = `${her}/care-pictures/${body.pictureId}`;
    expect(body).toMatchObject({ link, appended: true });
    const told = { side: 'before', area: 'chin', takenOn: '2026-03-02', careId, visitId: null };
    expect(await list(her)).toEqual([
      { pictureId: body.pictureId, ...told, mediaType: 'image/png', bytes: expect.any(Number), link },
    ]);
    const seen = await therapist.get(link).responseType('blob').expect(200);
    expect(seen.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String((seen.body as Buffer).length),
      'content-disposition': `inline; filename="care-picture-${body.pictureId}.png"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(await pixelsOf(seen.body as Buffer)).toEqual(await pixelsOf(given));
    expect((await sharp(seen.body as Buffer).metadata()).exif).toBeUndefined();
    const [row] = await rowsOf(her);
    expect(row!.doubtful_since).toBeNull();
    expect(row!.sealed.includes((seen.body as Buffer).subarray(50, 82))).toBe(false);
  });

  it('stand side by side, by area and course, with the days between', async () => {
    const her = await register();
    const at = async (type: 'jpeg' | 'webp', told: Record<string, string>): Promise<string> =>
      (await take(her, await aPicture(type), told, { type: 'image/jpeg' }).expect(201)).body.link as string;
    const before = await at('jpeg', { takenOn: '2026-03-02' });
    await at('jpeg', { area: 'neck', takenOn: '2026-03-02' });
    const month = await at('webp', { side: 'after', takenOn: '2026-03-30' });
    const week = await at('jpeg', { side: 'after', takenOn: '2026-03-09' });
    const { body } = await therapist.get(`${her}/care-pictures/comparison?area=chin`).expect(200);
    expect(body.items).toMatchObject([
      { area: 'chin', course: 1, before: { link: before }, after: { link: week }, daysBetween: 7 },
      {
        course: 1,
        before: { link: before },
        after: { link: month, mediaType: 'image/webp' },
        daysBetween: 28,
      },
    ]);
    const all = await therapist.get(`${her}/care-pictures/comparison`).expect(200);
    expect(all.body).toEqual(body); // a neck has nothing to stand beside
    const first = await therapist.get(`${her}/care-pictures?limit=3`).expect(200);
    const rest = await therapist.get(`${her}/care-pictures?cursor=${first.body.nextCursor}`).expect(200);
    expect([...first.body.items, ...rest.body.items]).toEqual(await list(her));
  });

  it('need her consent to photos, to take and to see; each reading and refusal is in her access log', async () => {
    const her = await register(false);
    const ways = ['', '/comparison', `/${randomUUID()}`].map((way) => `${her}/care-pictures${way}`);
    expect((await take(her, await aPicture()).expect(403)).body.code).toBe('no-consent');
    const consent = { purpose: 'photos', textVersion: 'photos-1', channel: 'in-store' };
    await desk.post(`${her}/consents`).send(consent).expect(201);
    const { body } = await take(her, await aPicture()).expect(201);
    for (const way of [ways[0]!, ways[1]!, body.link as string]) await therapist.get(way).expect(200);
    await desk.post(`${her}/consents/photos/withdrawal`).send({ channel: 'phone' }).expect(201);
    for (const way of [...ways, body.link as string]) {
      expect((await therapist.get(way).expect(403)).body.code).toBe('no-consent');
    }
    await take(her, await aPicture()).expect(403);
    const log = await officer.get(`${her}/access-log`).expect(200);
    expect(log.body.items).toHaveLength(9);
    expect((log.body.items as { refused: boolean }[]).map(({ refused }) => refused)).toEqual([
      true,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(log.body.items[1]).toMatchObject({ what: 'care-pictures', purpose: 'care', role: 'therapist' });
  });

  it('are one when they are sent twice with a key, or at once, and another picture is another request', async () => {
    const her = await register();
    const [picture, other, key] = [await aPicture(), await aPicture(), randomUUID()];
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => take(her, picture, {}, { key }).expect(201)),
    );
    const again = await take(her, picture, {}, { key }).expect(201);
    for (const { body } of sent) expect(body).toEqual(again.body);
    expect(await rowsOf(her)).toHaveLength(1);
    await therapist.get(again.body.link as string).expect(200);
    expect((await take(her, other, {}, { key }).expect(422)).body.code).toBe('idempotency-key-reused');
    expect((await take(her, picture, { area: 'nose' }, { key }).expect(422)).body.code).toBe(
      'idempotency-key-reused',
    );
    expect(await list(her)).toHaveLength(1);
  });

  it('are pictures, whole and not too large, of a day that has come', async () => {
    const her = await register();
    const picture = await aPicture('jpeg');
    await take(her, Buffer.from('GIF89a'), {}, { type: 'image/png' }).expect(415);
    await take(her, '{}', {}, { type: 'application/json' }).expect(415);
    await take(her, picture, {}, { type: 'image/gif' }).expect(415);
    await take(her, picture.subarray(0, -50)).expect(400);
    await take(her, Buffer.concat([picture, Buffer.alloc(10 * 1024 * 1024)])).expect(413);
    await take(her, picture, { takenOn: '2026-04-03' }).expect(409);
    for (const wrong of [
      { area: 'her name' },
      { side: 'left' },
      { takenOn: '2026-02-30' },
      { careId: 'x' },
    ]) {
      expect((await take(her, picture, wrong).expect(400)).body.errors).toHaveLength(1);
    }
    await therapist.post(`${her}/care-log`).set('content-type', 'image/jpeg').send(picture).expect(415);
    expect([await list(her), await rowsOf(her)]).toEqual([[], []]);
    expect((await take(her, picture, {}, { type: 'image/webp' }).expect(201)).body.appended).toBe(true);
    expect(await list(her)).toMatchObject([{ mediaType: 'image/jpeg' }]); // whatever its sender said
  });

  it('are gone when they are struck, also without her consent; that they were taken stays', async () => {
    const her = await register();
    const { body } = await take(her, await aPicture()).expect(201);
    await take(her, await aPicture()).expect(201);
    await desk.post(`${her}/consents/photos/withdrawal`).send({ channel: 'phone' }).expect(201);
    const struck = await therapist.delete(body.link as string).expect(200);
    expect(struck.body).toMatchObject({ pictureId: body.pictureId, appended: true });
    expect((await therapist.delete(body.link as string).expect(200)).body.appended).toBe(false);
    await therapist.delete(`${her}/care-pictures/${randomUUID()}`).expect(404);
    expect(await rowsOf(her)).toMatchObject([{ doubtful_since: null }]);
    await desk
      .post(`${her}/consents`)
      .send({ purpose: 'photos', textVersion: 'photos-1', channel: 'in-store' })
      .expect(201);
    expect(await list(her)).toHaveLength(1);
    expect((await therapist.get(body.link as string).expect(404)).body.code).toBe('unknown-care-picture');
  });

  it('are kept or let go as the log says, where something crashed in between', async () => {
    const [her, other] = [await register(), await register()];
    const { body } = await take(her, await aPicture()).expect(201);
    const sealed = clients.app.get(SealedPictures);
    await sealed.keep(idOf(other), randomUUID(), await aPicture()); // and no fact followed
    await sealed.doubt(idOf(her), body.pictureId as string); // and nothing was struck
    expect(await rowsOf(other)).toHaveLength(1);
    await sealed.sweep();
    expect(await rowsOf(other)).toHaveLength(1); // somebody may be at it
    await sql(
      `update sealed_picture set doubtful_since = now() - interval '61 minutes' where doubtful_since is not null`,
    );
    await eventually(async () => {
      expect(await rowsOf(other)).toEqual([]);
      expect(await rowsOf(her)).toMatchObject([{ doubtful_since: null }]);
    });
    await therapist.get(body.link as string).expect(200);
  });

  it('are deleted with their key when she is erased, also one that is written at that moment', async () => {
    const her = await register();
    const { body } = await take(her, await aPicture()).expect(201);
    const taking = Array.from({ length: 5 }, async () => (await take(her, await aPicture())).status);
    await clients.http.post(`${her}/erasure`).send({ reason: 'request-of-hers' }).expect(201);
    for (const status of await Promise.all(taking)) expect([201, 409]).toContain(status);
    expect(await rowsOf(her)).toEqual([]);
    expect(await list(her)).toEqual([]);
    await therapist.get(body.link as string).expect(404);
    expect((await take(her, await aPicture()).expect(409)).body.code).toBe('erased');
    const keys = await sql('select wrapped from subject_key where subject = $1 and purpose = $2', [
      idOf(her),
      'photos',
    ]);
    expect(keys).toEqual([{ wrapped: null }]);
  });

  it('are for whoever cares for her, and for the privacy officer; never for the desk, headquarters or another store', async () => {
    const her = await register();
    const { body } = await take(her, await aPicture()).expect(201);
    const link = body.link as string;
    for (const role of [
      'front-desk',
      'hq-admin',
      'hq-analyst',
      'regional-manager',
      'auditor',
      'integration',
    ] as const) {
      const nobody = await clients.as({ role, stores: STORE });
      for (const way of [`${her}/care-pictures`, `${her}/care-pictures/comparison`, link]) {
        expect((await nobody.get(way).expect(403)).body.code).toBe('not-allowed');
      }
      await nobody.delete(link).expect(403);
      await take(her, await aPicture(), {}, { by: nobody }).expect(403);
    }
    const elsewhere = await clients.as({ role: 'therapist', stores: ['bj-01'] });
    for (const way of [`${her}/care-pictures`, `${her}/care-pictures/comparison`, link]) {
      expect((await elsewhere.get(way).expect(403)).body.code).toBe('other-store');
    }
    await elsewhere.delete(link).expect(403);
    expect((await take(her, await aPicture(), {}, { by: elsewhere }).expect(403)).body.code).toBe(
      'other-store',
    );
    await take(her, await aPicture(), {}, { by: officer }).expect(403);
    for (const role of ['store-manager', 'consultant', 'privacy-officer'] as const) {
      await (await clients.as({ role, stores: STORE })).get(link).expect(200);
    }
    await officer.delete(link).expect(200);
  });
});
