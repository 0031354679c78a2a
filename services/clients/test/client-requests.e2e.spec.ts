import { randomUUID } from 'node:crypto';
import { eventually, movableClock, startForTest, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

const DAY_MS = 86_400_000;

describe('requests of clients, from outside (PIPL 44–50)', () => {
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  let clients: TestedService;
  beforeAll(async () => {
    clients = await startForTest(ClientsModule, { clock });
  });
  afterAll(() => clients.stop());

  const register = async (storeId = 'sh-01'): Promise<string> =>
    (await clients.http.post('/v1/clients').send({ storeId, name: '王芳' }).expect(201)).body.clientId;
  const asks = (clientId: string, body: object = {}, key = '') =>
    clients.http
      .post(`/v1/clients/${clientId}/requests`)
      .set('idempotency-key', key)
      .send({ kind: 'copy', askedBy: 'herself', ...body });
  const made = async (clientId: string, body: object = {}, key = ''): Promise<string> =>
    (await asks(clientId, body, key).expect(201)).body.requestId;
  const list = async (query: string) =>
    (await clients.http.get(`/v1/client-requests?${query}`).expect(200)).body.items as object[];

  it('are due in 15 days, overdue after the last, and settled once', async () => {
    const her = await register();
    const requestId = await made(her);
    const row = { requestId, clientId: her, madeOn: '2026-03-01', dueOn: '2026-03-16' };
    await eventually(async () =>
      expect(await list(`clientId=${her}`)).toEqual([
        expect.objectContaining({ ...row, state: 'open', overdue: false }),
      ]),
    );
    clock.advance(15 * DAY_MS);
    expect(await list(`clientId=${her}&state=overdue`)).toEqual([]);
    clock.advance(DAY_MS);
    expect(await list(`clientId=${her}&state=overdue`)).toEqual([
      expect.objectContaining({ ...row, overdue: true }),
    ]);
    await clients.http.post(`/v1/client-requests/${requestId}/answer`).expect(201);
    await eventually(async () => expect(await list(`clientId=${her}&state=overdue`)).toEqual([]));
    expect(await list('state=answered')).toContainEqual(
      expect.objectContaining({ requestId, overdue: false, answeredOn: '2026-03-17' }),
    );
    const refusal = { reason: 'repeated' };
    const late = await clients.http
      .post(`/v1/client-requests/${requestId}/refusal`)
      .send(refusal)
      .expect(409);
    expect(late.body).toMatchObject({ code: 'request-settled', context: { outcome: 'answered' } });
  });

  it('are refused with a reason', async () => {
    const her = await register();
    const requestId = await made(her, { kind: 'erase' });
    const refuse = (body: object) => clients.http.post(`/v1/client-requests/${requestId}/refusal`).send(body);
    await refuse({}).expect(400);
    await refuse({ reason: 'kept-by-law' }).expect(201);
    await eventually(async () =>
      expect(await list('state=refused')).toContainEqual(
        expect.objectContaining({ requestId, kind: 'erase', reason: 'kept-by-law' }),
      ),
    );
  });

  it('may be a near relative’s, who shows that she has died', async () => {
    const her = await register();
    const relative = { kind: 'access', askedBy: 'near-relative', relation: 'child' };
    const { body } = await asks(her, { ...relative, proofs: ['identity-card'] }).expect(409);
    expect(body).toMatchObject({ code: 'proof-of-death-needed' });
    await made(her, { ...relative, proofs: ['household-register', 'death-certificate'] });
    await eventually(async () =>
      expect(await list(`clientId=${her}`)).toEqual([
        expect.objectContaining({ ...relative, proofs: ['death-certificate', 'household-register'] }),
      ]),
    );
  });

  it('are one, however often the answer was lost', async () => {
    const her = await register();
    expect(await made(her, {}, 'a-key')).toBe(await made(her, {}, 'a-key'));
  });

  it('are taken and seen by her own store, and settled by who answers for privacy', async () => {
    const her = await register('bj-01');
    const path = `/v1/clients/${her}/requests`;
    const body = { kind: 'correct', askedBy: 'herself' };
    const desk = await clients.as({ role: 'front-desk', stores: ['bj-01'] });
    const { requestId } = (await desk.post(path).send(body).expect(201)).body;
    await desk.post(`/v1/client-requests/${requestId}/answer`).expect(403);
    const other = await clients.as({ role: 'store-manager', stores: ['sh-01'] });
    await other.post(path).send(body).expect(403);
    await eventually(async () => expect(await list(`clientId=${her}`)).toHaveLength(1));
    expect((await other.get(`/v1/client-requests?clientId=${her}`).expect(200)).body.items).toEqual([]);
    const officer = await clients.as({ role: 'privacy-officer', stores: [] });
    await officer.post(`/v1/client-requests/${requestId}/answer`).expect(201);
    await officer.post(`/v1/client-requests/${randomUUID()}/answer`).expect(404);
    await asks(randomUUID()).expect(404);
  });
});
