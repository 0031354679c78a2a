import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { clientErased } from '#contracts/clients/client-erased.v1';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type Asking,
  type TestedService,
} from '#libs/testing';
import { VisitsModule } from '../src/visits.module.js';

const TOMORROW = '2026-03-02T02:00:00.000Z';
/** First day and last, by item, as `stores` has them. */
const onMenu = new Map<string, readonly [string, string]>();
let isAway = false;
const offered = (itemId: string, on: string): object | undefined => {
  const [first, last] = onMenu.get(itemId) ?? [];
  if (first === undefined) return { code: 'unknown-item' };
  return on < first || on > last! ? { code: 'not-on-the-menu' } : undefined;
};
const STORE = { timeZone: 'Asia/Shanghai', currency: 'CNY', openedAt: '2026-01-01T00:00:00.000Z' };
const answerTo = ({ pathname, searchParams }: URL): readonly [number, object] => {
  const [, , what, id] = pathname.split('/');
  if (what === 'stores') return [200, STORE];
  if (isAway) return [503, {}];
  const on = searchParams.get('on')!;
  if (id === undefined) {
    const items = [...onMenu.keys()].filter((itemId) => offered(itemId, on) === undefined);
    return [200, { items: items.map((itemId) => ({ itemId })), nextCursor: null }];
  }
  const problem = offered(decodeURIComponent(id), on);
  return problem === undefined ? [200, { itemId: id }] : [404, problem];
};
const stores = createServer(({ url }, response) => {
  const [status, body] = answerTo(new URL(url!, 'http://stores'));
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

describe('appointments, from outside', () => {
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  const databaseUrl = freshBaseUrl();
  let visits: TestedService;
  let teller: Teller;
  let desk: Asking;
  let elsewhere: Asking;
  beforeAll(async () => {
    teller = await Teller.at(databaseUrl);
    await once(stores.listen(0, '127.0.0.1'), 'listening');
    const storesUrl = `http://127.0.0.1:${(stores.address() as AddressInfo).port}`;
    visits = await startForTest(VisitsModule, { databaseUrl, storesUrl, clock, logLevel: 'silent' });
    desk = await visits.as({ role: 'front-desk', stores: ['sh-01'] });
    elsewhere = await visits.as({ role: 'front-desk', stores: ['bj-01'] });
  });
  afterAll(async () => {
    await visits.stop();
    await teller.close();
    stores.close();
  });

  const agreed = (more: object = {}) => ({
    ...{ storeId: 'sh-01', clientId: randomUUID(), staffId: randomUUID(), itemIds: ['facial-60'] },
    ...{ startsAt: TOMORROW, minutes: 90, ...more },
  });
  const book = (more: object = {}, who = desk) => who.post('/v1/appointments').send(agreed(more));
  const booked = async (more: object = {}, who = desk): Promise<string> =>
    (await book(more, who).expect(201)).body.appointmentId;
  const step = (appointmentId: string, what: string, body: object = {}, who = desk) =>
    who.post(`/v1/appointments/${appointmentId}/${what}`).send(body);
  const codeOf = ({ body }: { body: { code?: string } }) => body.code;

  it('give a time with a therapist to one of many who want it at once', async () => {
    const staffId = randomUUID();
    const starts = (minutes: number) => new Date(Date.parse(TOMORROW) + minutes * 60_000).toISOString();
    const wanted = Array.from({ length: 20 }, (_, at) => book({ staffId, startsAt: starts(at * 4) }));
    const answers = await Promise.all(wanted);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(codeOf))).toEqual(new Set(['therapist-busy']));
  });

  it('begin when the one before ends', async () => {
    const staffId = randomUUID();
    await booked({ staffId });
    await booked({ staffId, startsAt: '2026-03-02T03:30:00.000Z' });
    await booked({ staffId, startsAt: '2026-03-02T01:00:00.000Z', minutes: 60 });
  });

  it('have nobody in two places at once', async () => {
    const clientId = randomUUID();
    await booked({ clientId });
    const other = await book({ clientId, storeId: 'bj-01' }, elsewhere).expect(409);
    expect(codeOf(other)).toBe('client-elsewhere');
  });

  it('free their time when they are moved or cancelled, or nobody came', async () => {
    const [staffId, clientId] = [randomUUID(), randomUUID()];
    const first = await booked({ staffId, clientId });
    await step(first, 'move', { startsAt: '2026-03-03T02:00:00.000Z' }).expect(200);
    const second = await booked({ staffId, clientId });
    expect(codeOf(await step(first, 'move', { startsAt: TOMORROW }).expect(409))).toBe('therapist-busy');
    await step(second, 'cancellation', { by: 'store' }).expect(200);
    const third = await booked({ staffId, clientId });
    expect(codeOf(await step(third, 'no-show').expect(409))).toBe('appointment-not-begun');
    clock.advance(24.5 * 3_600_000);
    await step(third, 'no-show').expect(200);
    await booked({ staffId, clientId, startsAt: '2026-03-02T02:30:00.000Z', minutes: 30 });
  });

  it('answer the same when they are told again, whatever came of them meanwhile', async () => {
    const body = agreed({ startsAt: '2026-03-04T02:00:00.000Z' });
    const tell = (path: string, what: object, key: string) =>
      desk.post(path).set('idempotency-key', key).send(what);
    const first = await tell('/v1/appointments', body, 'book').expect(201);
    const { appointmentId } = first.body;
    const move = { startsAt: '2026-03-05T02:00:00.000Z' };
    const moved = await tell(`/v1/appointments/${appointmentId}/move`, move, 'move').expect(200);
    await step(appointmentId, 'cancellation', { by: 'client' }).expect(200);
    expect((await tell('/v1/appointments', body, 'book').expect(201)).body).toMatchObject({ appointmentId });
    const again = await tell(`/v1/appointments/${appointmentId}/move`, move, 'move').expect(200);
    expect(again.body.position).toBe(moved.body.position);
  });

  it('are listed by day and by who serves, and seen by nobody of another store', async () => {
    const staffId = randomUUID();
    const late = await booked({ staffId, startsAt: '2026-03-06T17:00:00.000Z' }); // the 7th in Shanghai
    const early = await booked({ staffId, startsAt: '2026-03-06T02:00:00.000Z' });
    const { body } = await step(early, 'arrival').expect(200);
    const minPosition = body.position;
    const list = async (query: object, who = desk) => {
      const { items } = (
        await who
          .get('/v1/appointments')
          .query({ minPosition, staffId, ...query })
          .expect(200)
      ).body;
      return items.map((one: { appointmentId: string; status: string }) => [one.appointmentId, one.status]);
    };
    expect(await list({})).toEqual([
      [early, 'kept'],
      [late, 'booked'],
    ]);
    expect(await list({ from: '2026-03-07', to: '2026-03-07' })).toEqual([[late, 'booked']]);
    expect(await list({ status: 'kept' })).toEqual([[early, 'kept']]);
    expect(await list({}, elsewhere)).toEqual([]);
    await desk.get(`/v1/appointments/${early}`).expect(200);
    await elsewhere.get(`/v1/appointments/${early}`).expect(403);
    await step(late, 'cancellation', { by: 'store' }, elsewhere).expect(403);
    await book({}, elsewhere).expect(403);
  });

  describe('where the store has a menu', () => {
    const on = (day: string) => ({ startsAt: `2026-03-${day}T02:00:00.000Z` });
    beforeAll(() => {
      onMenu.set('facial-60', ['2026-01-01', '9999-12-31']).set('peel 30', ['2026-03-10', '2026-03-20']);
    });
    afterAll(() => {
      onMenu.clear();
      isAway = false;
    });

    it('are of what is on it that day, at the store; no other item is booked, whose contraindications nobody would know', async () => {
      await book({ ...on('11'), itemIds: ['facial-60', 'peel 30'] }).expect(201);
      const unknown = await book({ ...on('11'), itemIds: ['facial-60', 'never-heard-of'] }).expect(409);
      expect(unknown.body).toMatchObject({
        code: 'unknown-item',
        detail: expect.stringContaining('put on the menu'),
        context: { itemId: 'never-heard-of', storeId: 'sh-01', on: '2026-03-11' },
      });
      for (const day of ['09', '21'])
        expect(codeOf(await book({ ...on(day), itemIds: ['peel 30'] }).expect(409))).toBe('not-on-the-menu');
      const lastEvening = { startsAt: '2026-03-20T15:59:00.000Z', itemIds: ['peel 30'], minutes: 1 };
      await book(lastEvening).expect(201);
      const midnight = { ...lastEvening, startsAt: '2026-03-20T16:00:00.000Z' };
      expect(codeOf(await book(midnight).expect(409))).toBe('not-on-the-menu');
    });

    it('stay what was agreed when an item leaves it, and are not moved to a day without', async () => {
      const body = agreed({ appointmentId: randomUUID(), ...on('12'), itemIds: ['peel 30'] });
      const { appointmentId } = (await desk.post('/v1/appointments').send(body).expect(201)).body;
      await step(appointmentId, 'move', on('13')).expect(200);
      expect(codeOf(await step(appointmentId, 'move', on('21')).expect(409))).toBe('not-on-the-menu');
      onMenu.set('peel 30', ['2026-03-10', '2026-03-11']);
      await desk.post('/v1/appointments').send(body).expect(201); // told again
      await step(appointmentId, 'move', { startsAt: '2026-03-13T05:00:00.000Z' }).expect(200);
      await step(appointmentId, 'move', { staffId: randomUUID() }).expect(200);
      expect(codeOf(await step(appointmentId, 'move', on('14')).expect(409))).toBe('not-on-the-menu');
    });

    it('are booked all the same while nobody can say what is on it', async () => {
      isAway = true;
      await book({ ...on('15'), itemIds: ['never-heard-of'] }).expect(201);
    });
  });

  it.each([
    ['minutes', { minutes: 0 }],
    ['minutes', { minutes: 721 }],
    ['itemIds', { itemIds: [] }],
    ['startsAt', { startsAt: 'tomorrow' }],
    ['clientId', { clientId: undefined }],
  ])('say what is wrong with %s: %j', async (field, wrong) => {
    const { body } = await book(wrong).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('of whoever is erased are cancelled where they lie ahead, in every store, and their times are free', async () => {
    const [clientId, staffId] = [randomUUID(), randomUUID()];
    const on = (day: string) => `2026-03-${day}T02:00:00.000Z`;
    const gone = await booked({ clientId, startsAt: on('05') });
    clock.moveTo('2026-03-06T02:00:00.000Z');
    const here = await booked({ clientId, staffId, startsAt: on('07') });
    const there = await booked({ clientId, storeId: 'bj-01', startsAt: on('08') }, elsewhere);
    const another = await booked({ startsAt: on('07') });
    const told = { clientId, storeId: 'sh-01', erasedAt: clock.now().toISOString() };
    await teller.tell(clientErased, told);
    await teller.tell(clientErased, told);
    const statusOf = async (id: string, who = desk) =>
      (await who.get(`/v1/appointments/${id}`).expect(200)).body.status as string;
    await eventually(async () =>
      expect([await statusOf(here), await statusOf(there, elsewhere)]).toEqual(['cancelled', 'cancelled']),
    );
    expect([await statusOf(gone), await statusOf(another)]).toEqual(['booked', 'booked']);
    await booked({ staffId, startsAt: on('07') });
  });
});
