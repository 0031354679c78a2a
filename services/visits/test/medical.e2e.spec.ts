import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { itemOffered } from '#contracts/stores/item-offered.v1';
import type { Medical } from '#contracts/stores/medical';
import { storeChanged } from '#contracts/stores/store-changed.v1';
import { EventStore } from '#libs/event-store';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type TestedService,
} from '#libs/testing';
import { VisitsModule } from '../src/visits.module.js';

const stores = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ timeZone: 'Asia/Shanghai', currency: 'CNY', openedAt: '2026-01-01T00:00:00.000Z' }),
  );
});
const laser: Medical = { subject: 'cosmetic-dermatology', because: ['device'] };
const licence = {
  number: 'PDY12345631010619D2152',
  issuedBy: '静安区卫生健康委员会',
  subjects: ['cosmetic-dermatology' as const],
  until: '2026-06-30',
};

describe('a medical treatment, from outside', () => {
  const clock = movableClock('2026-05-20T02:00:00.000Z');
  const databaseUrl = freshBaseUrl();
  let visits: TestedService;
  let teller: Teller;
  beforeAll(async () => {
    await once(stores.listen(0, '127.0.0.1'), 'listening');
    const storesUrl = `http://127.0.0.1:${(stores.address() as AddressInfo).port}`;
    const lirenUrl = 'http://127.0.0.1:9'; // nobody listens there
    visits = await startForTest(VisitsModule, {
      databaseUrl,
      storesUrl,
      lirenUrl,
      clock,
      logLevel: 'silent',
    });
    teller = await Teller.at(databaseUrl);
    // As parked messages come: what was said of later days first, and of the store before it was heard of.
    await offer('laser-01', '2026-06-20');
    await offer('laser-01', '2026-01-01', laser);
    await offer('facial-60', '2026-01-01');
    await license('sh-01', '2026-06-15', null);
    await license('sh-01', '2026-05-01', licence);
    await license('bj-01', '2026-05-01', { ...licence, subjects: ['cosmetic-dentistry'] });
    await learned('known-item:laser-01', 2);
    await learned('known-store:bj-01', 1);
  });
  afterAll(async () => {
    await teller.close();
    await visits.stop();
    stores.close();
  });

  const offer = (itemId: string, effectiveFrom: string, medical?: Medical) =>
    teller.tell(itemOffered, {
      ...{ itemId, effectiveFrom, name: itemId, kind: 'special', durationMinutes: 30 },
      ...{ needs: [], contraindications: [], ...(medical === undefined ? {} : { medical }) },
    });
  const license = (storeId: string, effectiveFrom: string, medicalLicence: typeof licence | object | null) =>
    teller.tell(storeChanged, { storeId, effectiveFrom, medicalLicence: medicalLicence as typeof licence });
  const learned = (stream: string, facts: number) =>
    eventually(async () => {
      expect(await visits.app.get(EventStore).readStream(stream)).toHaveLength(facts);
    });
  const serve = (completedAt: string, more: object = {}) =>
    visits.http
      .post('/v1/visits')
      .send({ storeId: 'sh-01', completedAt, lines: [{ itemId: 'laser-01', paidMinor: 9_900 }], ...more });
  const book = (startsAt: string, more: object = {}) =>
    visits.http.post('/v1/appointments').send({
      ...{
        storeId: 'sh-01',
        clientId: randomUUID(),
        staffId: randomUUID(),
        itemIds: ['facial-60', 'laser-01'],
      },
      ...{ startsAt, minutes: 30, ...more },
    });
  const refused = { status: 409, code: 'licence-needed' };

  it('is booked on days of the store on which it has a licence, and on no other', async () => {
    clock.moveTo('2026-04-20T02:00:00.000Z');
    const early = await book('2026-04-30T15:59:00.000Z'); // the day before, in Shanghai
    const context = {
      itemId: 'laser-01',
      subject: 'cosmetic-dermatology',
      storeId: 'sh-01',
      on: '2026-04-30',
    };
    expect(early.body).toMatchObject({ ...refused, context });
    await book('2026-04-30T16:00:00.000Z').expect(201);
    await book('2026-06-14T02:00:00.000Z').expect(201);
    expect((await book('2026-06-15T02:00:00.000Z')).body).toMatchObject(refused);
    const elsewhere = await book('2026-05-10T02:00:00.000Z', { storeId: 'bj-01' });
    expect(elsewhere.body).toMatchObject(refused); // that licence is for another subject
  });

  it('is refused whatever is said, and care never', async () => {
    const at = '2026-06-16T02:00:00.000Z';
    expect((await book(at, { despite: 'doctor-agreed' })).body).toMatchObject(refused);
    await book(at, { itemIds: ['facial-60', 'never-heard-of'] }).expect(201);
    await book('2026-06-20T02:00:00.000Z').expect(201); // care from that day on
  });

  it('is not moved to a day without, but to other hands', async () => {
    const { body } = await book('2026-06-10T02:00:00.000Z').expect(201);
    const move = (to: object) => visits.http.post(`/v1/appointments/${body.appointmentId}/move`).send(to);
    expect((await move({ startsAt: '2026-06-15T02:00:00.000Z' })).body).toMatchObject(refused);
    const keyed = () => move({ startsAt: '2026-06-12T02:00:00.000Z' }).set('idempotency-key', 'to the 12th');
    const moved = await keyed().expect(200);
    await move({ startsAt: '2026-06-10T03:00:00.000Z' }).expect(200);
    await license('sh-01', '2026-06-11', null);
    await learned('known-store:sh-01', 4);
    await move({ staffId: randomUUID() }).expect(200);
    expect((await keyed().expect(200)).body).toEqual(moved.body); // its answer was lost
    expect((await move({ startsAt: '2026-06-13T02:00:00.000Z' })).body).toMatchObject(refused);
  });

  it('is billed as of its own day, to a walk-in too, and told again when the licence is gone', async () => {
    clock.moveTo('2026-06-18T02:00:00.000Z');
    const visit = { visitId: randomUUID() };
    await serve('2026-05-31T02:00:00.000Z', visit).expect(201);
    expect((await serve('2026-06-18T01:00:00.000Z')).body).toMatchObject(refused);
    await license('sh-01', '2026-05-01', null);
    await learned('known-store:sh-01', 5);
    expect((await serve('2026-05-31T02:00:00.000Z')).body).toMatchObject(refused);
    const again = await serve('2026-05-31T02:00:00.000Z', visit).expect(201);
    expect(again.body.appended).toBe(false);
  });

  it('is taken from a history as it happened', async () => {
    const line = {
      lineId: '1',
      itemId: 'laser-01',
      description: null,
      quantity: 1,
      paidMinor: 1,
      staffId: null,
    };
    const past = { visitId: randomUUID(), clientId: null, storeId: 'sh-01', lines: [line] };
    const history = { visits: [{ ...past, completedAt: '2026-04-01T02:00:00.000Z' }] };
    const { body } = await visits.http.post('/v1/visits/batch').send(history).expect(200);
    expect(body.outcomes).toEqual([{ visitId: past.visitId, recorded: true, problem: null }]);
  });
});
