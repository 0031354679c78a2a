import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
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

const [SHANGHAI, BERLIN] = ['sh-01', 'de-01'] as const;
const guardian = { name: '王强', relation: 'father' };
const named = { guardianName: guardian.name, guardianRelation: guardian.relation };
const health = { purpose: 'health', textVersion: 'health-1', channel: 'in-store' };

describe('the age of consent, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-age-'));
  const databaseUrl = freshBaseUrl();
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  let clients: TestedService;
  let teller: Teller;
  let desk: Asking;

  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder, clock });
    teller = await Teller.at(databaseUrl);
    desk = await clients.as({ role: 'front-desk', stores: [SHANGHAI, BERLIN] });
    for (const [storeId, timeZone] of [
      [SHANGHAI, 'Asia/Shanghai'],
      [BERLIN, 'Europe/Berlin'],
    ] as const)
      await teller.tell(storeOpened, {
        ...{ storeId, name: storeId, region: 'east', timeZone, currency: 'CNY' },
        ...{ legalEntity: 'Liren', grade: 'C', openedAt: '2020-01-01T00:00:00.000Z' },
      });
    await publish(1, BERLIN, '2026-01-01', 16);
    await eventually(() => needsGuardian(BERLIN, '2011-01-01'));
  });
  afterAll(async () => {
    await teller.close();
    await clients.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const register = async (storeId: string = SHANGHAI): Promise<string> => {
    const { body } = await desk.post('/v1/clients').send({ storeId, name: '王芳' }).expect(201);
    return `/v1/clients/${(body as { clientId: string }).clientId}`;
  };
  const publish = (version: number, storeId: string | null, effectiveFrom: string, years: number) =>
    teller.tell(policyPublished, {
      name: 'age-of-consent',
      version,
      storeId,
      effectiveFrom,
      value: { years },
    });
  const give = (her: string, told: object) => desk.post(`${her}/consents`).send({ ...health, ...told });
  const needsGuardian = async (storeId: string, bornOn: string): Promise<void> => {
    const { body } = await give(await register(storeId), { bornOn }).expect(409);
    expect(body.code).toBe('guardian-needed');
  };
  const consents = async (her: string) => (await desk.get(`${her}/consents`).expect(200)).body;
  /** By the log, which policy the last consent went by. */
  const decidedBy = async (her: string): Promise<unknown> => {
    const facts: { policy: string }[] = await clients.app
      .get(DataSource)
      .query(
        `select data ->> 'agePolicyVersion' as policy from event where stream = $1 order by version desc limit 1`,
        [`consent:${her.slice('/v1/clients/'.length)}`],
      );
    return facts[0]!.policy;
  };

  it('is that of the country of her store', async () => {
    const fifteen = { bornOn: '2011-01-01' };
    const [here, there] = [await register(SHANGHAI), await register(BERLIN)];
    await give(here, fifteen).expect(201);
    expect((await give(there, fifteen).expect(409)).body.code).toBe('guardian-needed');
    await give(there, { ...fifteen, guardian }).expect(201);
    expect(await Promise.all([here, there].map(decidedBy))).toEqual([
      'age-of-consent@built-in',
      'age-of-consent@1',
    ]);
  });

  it('is reached with the first minute of her birthday at her store', async () => {
    clock.moveTo('2026-03-01T15:59:59.000Z'); // a second before midnight there
    await needsGuardian(SHANGHAI, '2012-03-02');
    clock.moveTo('2026-03-01T16:00:00.000Z'); // still 1 March in UTC
    await give(await register(SHANGHAI), { bornOn: '2012-03-02' }).expect(201);
    await needsGuardian(SHANGHAI, '2012-03-03');
  });

  it('leaves what a guardian gave as it is, and asks for it again once she has reached it', async () => {
    const her = await register(BERLIN);
    const therapist = await clients.as({ role: 'therapist', stores: [BERLIN] });
    await desk
      .put(`${her}/file/person`)
      .send({ birthday: '2010-04-01', ...named })
      .expect(200);
    await give(her, { guardian }).expect(201);
    expect((await consents(her)).now).toMatchObject([{ standing: 'counts', byGuardian: true }]);
    clock.moveTo('2026-03-31T22:00:00.000Z'); // 1 April in Berlin, of summer time
    expect((await consents(her)).now).toMatchObject([{ standing: 'to-renew', byGuardian: true }]);
    await therapist.get(`${her}/health-notes`).expect(200);
    expect((await give(her, {}).expect(201)).body.appended).toBe(true);
    expect((await consents(her)).now).toMatchObject([{ standing: 'counts', byGuardian: false }]);
  });

  it('is another from a day on, and what she gave herself before is asked for again of a guardian', async () => {
    const her = await register(SHANGHAI);
    await desk.put(`${her}/file/person`).send({ birthday: '2011-06-01' }).expect(200);
    await give(her, {}).expect(201);
    await publish(2, null, '2026-05-01', 15);
    clock.moveTo('2026-05-01T02:00:00.000Z');
    await eventually(() => needsGuardian(SHANGHAI, '2012-01-01'));
    expect((await consents(her)).now).toMatchObject([{ standing: 'to-renew', byGuardian: false }]);
    await give(her, {}).expect(409);
    await give(her, { guardian }).expect(201);
    expect((await consents(her)).now).toMatchObject([{ standing: 'counts', byGuardian: true }]);
    expect(await decidedBy(her)).toBe('age-of-consent@2');
  });

  describe('and a file of who has not reached it', () => {
    const child = { storeId: SHANGHAI, name: '王小雨', birthday: '2015-06-01' };
    const open = (told: object) => desk.post('/v1/clients').send({ ...child, ...told });

    it('is opened with who consents to that, in the same call', async () => {
      const refused = await open({}).expect(409);
      expect(refused.body).toMatchObject({
        ...{ code: 'guardian-needed' },
        context: { missing: ['guardianName', 'guardianRelation'] },
      });
      const told = { ...guardian, phone: '13800000061' };
      const { body } = await open({ guardian: told }).expect(201);
      const person = { birthday: child.birthday, ...named, guardianPhone: told.phone };
      const { file } = (await desk.get(`/v1/clients/${body.clientId as string}`).expect(200)).body;
      expect(file).toEqual({ person });
    });

    it('has a phone of hers only where it is one, however it is told', async () => {
      const her = await register(SHANGHAI);
      const person = { birthday: child.birthday, ...named, guardianPhone: 'ask her mother' };
      const clientId = crypto.randomUUID();
      const told = [
        () => open({ guardian: { ...guardian, phone: person.guardianPhone } }),
        () => desk.put(`${her}/file/person`).send(person),
        () =>
          clients.http
            .post('/v1/clients/batch')
            .send({ clients: [{ clientId, storeId: SHANGHAI, name: child.name, file: { person } }] }),
      ];
      const fields = ['guardian.phone', 'guardianPhone', 'clients.0.file.person.guardianPhone'];
      for (const [at, tell] of told.entries()) {
        const { errors } = (await tell().expect(400)).body;
        expect(errors).toEqual([{ field: fields[at], faults: [expect.stringContaining('a phone number')] }]);
      }
    });

    it('leaves nothing behind where it was refused, and is opened when asked again with a guardian', async () => {
      const phone = '13800000062';
      await open({ phone }).expect(409);
      await open({ phone, guardian }).expect(201);
    });

    it('needs nobody else in a store where she is of age', async () => {
      const sixteen = { birthday: '2010-01-01', name: 'Li' };
      await open({ ...sixteen, storeId: BERLIN }).expect(201);
      await open({ ...sixteen, storeId: SHANGHAI }).expect(201);
      const fifteen = { birthday: '2011-01-01', name: 'Li' };
      await open({ ...fifteen, storeId: BERLIN }).expect(409);
      await open({ ...fifteen, storeId: SHANGHAI }).expect(201); // 15 since May there
    });

    it('is told of her birthday later with a guardian only, of a lead as well', async () => {
      const { body } = await desk
        .post('/v1/leads')
        .send({ storeId: SHANGHAI, name: '王小雨', source: 'street' })
        .expect(201);
      for (const her of [await register(), `/v1/clients/${body.clientId as string}`]) {
        const put = (person: object) => desk.put(`${her}/file/person`).send(person);
        expect((await put({ birthday: child.birthday }).expect(409)).body.code).toBe('guardian-needed');
        await put({ age: 10 }).expect(409);
        await put({ hobbies: ['tea'] }).expect(200);
        await put({ birthday: child.birthday, ...named }).expect(200);
      }
    });
  });
});
