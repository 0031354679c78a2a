import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { baseUrlSortedAsPeopleDo, eventually, startForTest, Teller, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('in a database that sorts as people do', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-any-collation-'));
  const storeId = 'sh-01';
  let clients: TestedService;
  let visits: Teller;

  beforeAll(async () => {
    const databaseUrl = await baseUrlSortedAsPeopleDo('clients');
    visits = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder });
  });
  afterAll(async () => {
    await clients.stop();
    await visits.close();
    rmSync(dataFolder, { recursive: true });
  });

  const post = async (path: string, body: object) =>
    (
      await clients.http
        .post(path)
        .send(body)
        .expect(({ ok }) => expect(ok).toBe(true))
    ).body;
  const get = async (path: string) => (await clients.http.get(path).expect(200)).body;

  it('leads, visits, exports and incidents are listed from the newest on, and whom an incident affects is not forgotten', async () => {
    const { clientId } = await post('/v1/leads', { storeId, source: 'walked by', name: 'Zhao' });
    const visitId = randomUUID();
    await visits.tell(visitCompleted, {
      ...{ visitId, clientId, storeId, timeZone: 'Asia/Shanghai', currency: 'CNY', lines: [], paidMinor: 0 },
      ...{ completedAt: '2026-03-01T02:00:00.000Z', completedOn: '2026-03-01' },
    });
    const subject = randomUUID();
    const manager = await clients.as({ role: 'hq-admin', subject });
    const asked = { storeId, format: 'csv', reason: 'backup' };
    await manager.post('/v1/client-exports').send(asked).expect(200);
    const told = { kind: 'leaked', grave: true, beganAt: '2020-03-01T02:00:00Z', accountIds: [subject] };
    const { incidentId } = await post('/v1/incidents', told);
    await eventually(async () => {
      expect((await get('/v1/leads')).items).toMatchObject([{ clientId }]);
      expect((await get(`/v1/clients/${clientId}/visits`)).items).toMatchObject([{ id: visitId }]);
      expect((await get('/v1/client-exports')).items).toMatchObject([{ rows: 1 }]);
      expect((await get('/v1/incidents')).items).toMatchObject([{ incidentId }]);
      const affected = await get(`/v1/incidents/${incidentId}/affected-clients`);
      expect(affected.items).toMatchObject([{ clientId, readings: 1 }]);
    });
  });
});
