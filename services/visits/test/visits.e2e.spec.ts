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

  it('are refused at a store that there is not', async () => {
    status = 404;
    expect((await record('nowhere').expect(404)).body.code).toBe('unknown-store');
  });
});
