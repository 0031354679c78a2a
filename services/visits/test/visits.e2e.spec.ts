import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { itemOffered } from '#contracts/stores/item-offered.v1';
import { EventStore } from '#libs/event-store';
import { eventually, freshBaseUrl, startForTest, Teller, type TestedService } from '#libs/testing';
import { VisitsModule } from '../src/visits.module.js';

/** Answers as stores does, with a status that the spec sets. */
let status = 200;
const stores = createServer((_request, response) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  const store = { timeZone: 'Asia/Shanghai', currency: 'CNY', openedAt: '2026-01-01T00:00:00.000Z' };
  response.end(JSON.stringify(status === 200 ? store : {}));
});

describe('visits, from outside', () => {
  const databaseUrl = freshBaseUrl();
  const lirenUrl = 'http://127.0.0.1:9'; // nobody listens there
  let visits: TestedService;
  beforeAll(async () => {
    stores.listen(0, '127.0.0.1');
    await once(stores, 'listening');
    const storesUrl = `http://127.0.0.1:${(stores.address() as AddressInfo).port}`;
    visits = await startForTest(VisitsModule, { databaseUrl, storesUrl, lirenUrl, logLevel: 'silent' });
  });
  afterAll(async () => {
    await visits.stop();
    stores.close();
  });

  const record = (storeId: string) =>
    visits.http.post('/v1/visits').send({ storeId, lines: [{ itemId: 'facial-60', paidMinor: 10_000 }] });

  it.each([500, 503, 429])(
    'are taken at a store once it can be asked for, when it answered %s',
    async (away) => {
      const storeId = `sh-${away}`;
      status = away;
      expect((await record(storeId).expect(503)).body.code).toBe('not-available');
      status = 200;
      await record(storeId).expect(201);
    },
  );

  it('are taken while nobody can say whether an item is for her', async () => {
    const teller = await Teller.at(databaseUrl);
    const item = { itemId: 'peel-30', effectiveFrom: '2026-03-01', name: 'Peel', kind: 'special' } as const;
    await teller.tell(itemOffered, {
      ...item,
      durationMinutes: 30,
      needs: [],
      contraindications: ['sunburn'],
    });
    await teller.close();
    await eventually(async () => {
      const known = await visits.app.get(EventStore).readStream('contraindicated-item:peel-30');
      expect(known).toHaveLength(1);
    });
    const lines = [{ itemId: 'peel-30', paidMinor: 10_000 }];
    await visits.http
      .post('/v1/visits')
      .send({ storeId: 'sh-500', clientId: randomUUID(), lines })
      .expect(201);
  });

  it('have each return told once by its id, of one of them or of none: others know it by that', async () => {
    const bills = [await record('sh-500').expect(201), await record('sh-500').expect(201)];
    const [one, other] = bills.map(({ body }) => body.visitId as string);
    const returnId = randomUUID();
    const takeBack = (visitId: string | undefined) =>
      visits.http.post(`/v1/visits/${visitId}/returns`).send({ returnId, lines: [{ lineId: '1' }] });
    const answers = await Promise.all([one, one, other, other].map(takeBack));
    expect(answers.map(({ status: said }) => said).sort()).toEqual([201, 201, 409, 409]);
    const refusals = answers.filter(({ status: said }) => said === 409);
    for (const { body } of refusals)
      expect(body).toMatchObject({ code: 'return-recorded-differently', context: { returnId } });
    const line = { itemId: 'facial-60', description: null, quantity: 1, returnedMinor: 10_000 };
    const unmatched = { returnId, clientId: null, storeId: 'sh-500', lines: [line] };
    const { body } = await visits.http
      .post('/v1/unmatched-returns/batch')
      .send({ returns: [{ ...unmatched, returnedAt: '2026-03-01T02:00:00Z' }] })
      .expect(200);
    expect(body.outcomes).toMatchObject([
      { recorded: false, problem: { code: 'return-recorded-differently' } },
    ]);
  });

  it('are refused at a store that there is not', async () => {
    status = 404;
    expect((await record('nowhere').expect(404)).body.code).toBe('unknown-store');
  });
});
