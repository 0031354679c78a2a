import { jest } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { clientErased } from '#contracts/clients/client-erased.v1';
import { EventStore } from '#libs/event-store';
import { eventually, freshBaseUrl, startForTest, Teller, type TestedService } from '#libs/testing';
import { ComplaintsModule } from '../../services/complaints/src/complaints.module.js';
import { MembershipModule } from '../../services/membership/src/membership.module.js';
import { ReferralsModule } from '../../services/referrals/src/referrals.module.js';
import { VisitsModule } from '../../services/visits/src/visits.module.js';

const STORE = 'sh-01';
const LINES = [{ itemId: 'facial-60', paidMinor: 10_000 }];
const stores = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ timeZone: 'Asia/Shanghai', currency: 'CNY', openedAt: '2026-01-01T00:00:00.000Z' }),
  );
});

describe('what is asked for a client once a service has heard that she was erased', () => {
  const databaseUrl = freshBaseUrl();
  let teller: Teller;
  let visits: TestedService;
  let membership: TestedService;
  let referrals: TestedService;
  let complaints: TestedService;
  beforeAll(async () => {
    teller = await Teller.at(databaseUrl);
    await once(stores.listen(0, '127.0.0.1'), 'listening');
    const storesUrl = `http://127.0.0.1:${(stores.address() as AddressInfo).port}`;
    const lirenUrl = 'http://127.0.0.1:9'; // nobody listens there
    const settings = { databaseUrl, storesUrl, lirenUrl, logLevel: 'silent' };
    visits = await startForTest(VisitsModule, settings);
    membership = await startForTest(MembershipModule, settings);
    referrals = await startForTest(ReferralsModule, settings);
    complaints = await startForTest(ComplaintsModule, settings);
  });
  afterAll(async () => {
    for (const service of [visits, membership, referrals, complaints]) await service.stop();
    await teller.close();
    stores.close();
  });

  const heardOf = async (clientId: string, service: TestedService): Promise<void> =>
    eventually(async () => {
      const heard = await service.app.get(EventStore).readStream(`acknowledgement:${clientId}`);
      expect(heard).not.toEqual([]);
    });
  const erased = async (
    clientId: string = randomUUID(),
    erasedAt = new Date().toISOString(),
  ): Promise<string> => {
    await teller.tell(clientErased, { clientId, storeId: STORE, erasedAt });
    for (const service of [visits, membership, referrals, complaints]) await heardOf(clientId, service);
    return clientId;
  };

  const appointmentOf = (clientId: string, more: object = {}) => ({
    ...{ storeId: STORE, clientId, staffId: randomUUID(), itemIds: ['facial-60'] },
    ...{ startsAt: new Date(Date.now() + 86_400_000).toISOString(), minutes: 60, ...more },
  });
  const book = (clientId: string, more: object = {}) =>
    visits.http.post('/v1/appointments').send(appointmentOf(clientId, more));
  const record = (clientId: string | undefined, more: object = {}) =>
    visits.http.post('/v1/visits').send({ storeId: STORE, clientId, lines: LINES, ...more });
  const enrol = (clientId: string) => membership.http.post('/v1/members').send({ clientId, storeId: STORE });
  const introduce = (introducerId: string, introducedId: string) =>
    referrals.http.post('/v1/referrals').send({ introducerId, introducedId, storeId: STORE });
  const complain = (clientId: string | undefined, more: object = {}) =>
    complaints.http.post('/v1/complaints').send({ storeId: STORE, channel: 'phone', clientId, ...more });

  it.each<[string, (clientId: string) => ReturnType<typeof book>]>([
    ['an appointment', (clientId) => book(clientId)],
    ['a visit', (clientId) => record(clientId)],
    ['a membership', enrol],
    ['a referral of her', (clientId) => introduce(randomUUID(), clientId)],
    ['a referral by her', (clientId) => introduce(clientId, randomUUID())],
    ['a complaint', (clientId) => complain(clientId)],
  ])('is refused, and it is said what to do instead: %s', async (_what, ask) => {
    const clientId = await erased();
    const { body } = await ask(clientId).expect(409);
    expect(body).toMatchObject({ code: 'erased', context: { clientId } });
    expect(body.detail).toMatch(/Leave her out where there may be no client, or register her anew/);
    await ask(randomUUID()).expect(201);
  });

  it('is what was asked before, where it is the same again', async () => {
    const [clientId, introducedId] = [randomUUID(), randomUUID()];
    const appointment = appointmentOf(clientId, { appointmentId: randomUUID() });
    const [visitId, complaintId] = [randomUUID(), randomUUID()];
    const completedAt = '2026-03-01T02:00:00.000Z';
    const all = () => [
      enrol(clientId), // before a visit of hers does so
      introduce(clientId, introducedId),
      visits.http.post('/v1/appointments').send(appointment),
      record(clientId, { visitId, completedAt }),
      complain(clientId, { complaintId }),
    ];
    const appended = async (): Promise<boolean[]> => {
      const answers = [];
      for (const ask of all()) answers.push((await ask.expect(201)).body.appended as boolean);
      return answers;
    };
    expect(await appended()).toEqual([true, true, true, true, true]);
    await erased(clientId);
    expect(await appended()).toEqual([false, false, false, false, false]);
  });

  it('is refused, too, where an appointment that was neither kept nor missed is moved to a day ahead', async () => {
    const clientId = randomUUID();
    const booked = await book(clientId).expect(201);
    const { appointmentId } = booked.body as { appointmentId: string };
    const { startsAt } = (await visits.http.get(`/v1/appointments/${appointmentId}`).expect(200)).body;
    await erased(clientId, new Date(Date.parse(startsAt as string) + 60_000).toISOString()); // it lies behind
    const later = new Date(Date.parse(startsAt as string) + 7 * 86_400_000).toISOString();
    const moved = await visits.http
      .post(`/v1/appointments/${appointmentId}/move`)
      .send({ startsAt: later })
      .expect(409);
    expect(moved.body.code).toBe('erased');
  });

  it('is refused, too, where it is heard of in the moment in which the appointment is booked', async () => {
    const clientId = randomUUID();
    const events = visits.app.get(EventStore);
    const append = events.append.bind(events);
    const booking = jest.spyOn(events, 'append').mockImplementation(async (request) => {
      if (!request.streams[0]!.stream.startsWith('appointment:')) return append(request);
      booking.mockRestore();
      await erased(clientId);
      return append(request);
    });
    expect((await book(clientId).expect(409)).body.code).toBe('erased');
  });

  it('stays in the books: a bill without her, what is brought back of hers, and what old books have', async () => {
    const clientId = randomUUID();
    const { visitId } = (await record(clientId).expect(201)).body as { visitId: string };
    await erased(clientId);
    await record(undefined).expect(201);
    await complain(undefined, { visitId }).expect(201);
    await visits.http
      .post(`/v1/visits/${visitId}/returns`)
      .send({ lines: [{ lineId: '1', quantity: 1 }] })
      .expect(201);
    const line = { lineId: '1', itemId: 'facial-60', description: null, quantity: 1, paidMinor: 10_000 };
    const old = {
      ...{ visitId: randomUUID(), clientId, storeId: STORE, completedAt: '2020-03-01T02:00:00.000Z' },
      lines: [{ ...line, staffId: null }],
    };
    const { body } = await visits.http
      .post('/v1/visits/batch')
      .send({ visits: [old] })
      .expect(200);
    expect(body.outcomes).toMatchObject([{ recorded: true, problem: null }]);
  });
});
