import { movableClock, startForTest, type Asking, type TestedService } from '#libs/testing';
import { StoresModule } from '../src/stores.module.js';

describe('who works for the salon, from outside (PIPL 21)', () => {
  let stores: TestedService;
  let officer: Asking;
  const clock = movableClock('2026-03-01T01:00:00.000Z');

  beforeAll(async () => {
    stores = await startForTest(StoresModule, { clock });
    officer = await stores.as({ role: 'privacy-officer', stores: [] });
    for (const [storeId, legalEntity] of [
      ['sh-01', 'Shanghai Beauty Ltd'],
      ['bj-01', 'Beijing Beauty Ltd'],
    ]) {
      const store = { storeId, name: storeId, legalEntity, timeZone: 'Asia/Shanghai', currency: 'CNY' };
      await stores.http.post('/v1/stores').send(store).expect(201);
    }
    const content = {
      ...{ title: 'Messages', assessedOn: '2026-02-01', causes: ['given-to-others'] },
      ...{ processing: 'Messages about appointments', necessity: 'To remind', risks: 'A leak' },
      ...{ measures: 'Encrypted', outcome: 'done-with-measures' },
    };
    const version = { content, effectiveFrom: '2026-02-01' };
    await officer.post('/v1/documents/impact-assessment/messages/versions').send(version).expect(403);
    await stores.http.post('/v1/documents/impact-assessment/messages/versions').send(version).expect(201);
  });
  afterAll(() => stores.stop());

  const agreement = (more: object = {}) => ({
    ...{ name: 'Shanghai Messages Ltd', country: 'CN', agreementNumber: 'SH-2026-041' },
    ...{ effectiveFrom: '2026-03-01', until: '2026-12-31', purposes: ['administration'], kinds: ['contact'] },
    ...{ processing: 'Sends messages', measures: 'Encrypted', assessment: 'messages' },
    inspectEveryMonths: 6,
    ...more,
  });
  const engage = (processorId: string, more: object = {}, key = '') =>
    officer
      .post('/v1/processors')
      .set('idempotency-key', key)
      .send({ processorId, ...agreement(more) });
  const tell = (processorId: string, what: string, body: object) =>
    officer.post(`/v1/processors/${processorId}/${what}`).send(body);
  const list = async (query: object = {}) =>
    (await officer.get('/v1/processors').query(query).expect(200)).body.items as Record<string, unknown>[];

  it('is engaged, inspected and ended, gives data back, and what is late is shown', async () => {
    const first = await engage('Messages').expect(201);
    expect(first.body).toMatchObject({ processorId: 'messages', appended: true });
    expect((await engage('messages').expect(201)).body).toMatchObject({ appended: false });
    const looked = { inspectedOn: '2026-03-01', findings: ['no-access-log'] };
    const { position } = (await tell('messages', 'inspections', looked).expect(201)).body;
    expect(await list({ minPosition: position })).toEqual([
      expect.objectContaining({
        ...{ processorId: 'messages', standing: 'in-force', faults: ['finding-open'] },
        openFindings: [{ inspectedOn: '2026-03-01', finding: 'no-access-log' }],
        agreed: expect.objectContaining({ agreement: expect.objectContaining({ engagedBy: null }) }),
      }),
    ]);
    clock.moveTo('2026-07-10T01:00:00.000Z');
    const letter = { settledOn: '2026-03-05', shownBy: 'letter 12' };
    await tell('messages', 'settled-findings', {
      ...{ inspectedOn: '2026-03-01', finding: 'no-access-log' },
      ...letter,
    }).expect(201);
    const end = { endedOn: '2026-06-30', reason: 'given-notice' };
    const ended = (await tell('messages', 'end', end).expect(201)).body;
    expect((await tell('messages', 'end', end).expect(201)).body.appended).toBe(false);
    const flagged = { flagged: true, standing: 'over', minPosition: ended.position };
    expect(await list(flagged)).toEqual([expect.objectContaining({ faults: ['data-not-returned'] })]);
    expect(await list({ ...flagged, on: '2026-06-30' })).toEqual([]);
    const gone = { returnedOn: '2026-07-02', how: 'destroyed', shownBy: 'letter 14' };
    const minPosition = (await tell('messages', 'data-returned', gone).expect(201)).body.position as number;
    expect(await list({ minPosition, standing: 'over', flagged: false })).toEqual([
      expect.objectContaining({ dataReturned: gone }),
    ]);
    const auditor = await stores.as({ role: 'auditor', stores: [] });
    const { body } = await auditor.get('/v1/processors/Messages').expect(200);
    expect(body).toMatchObject({
      agreed: [{ lastDay: '2026-06-30', endReason: 'given-notice' }],
      inspections: [{ findings: [{ finding: 'no-access-log', settled: letter }] }],
      returns: [gone],
    });
  });

  it('is one agreement, when two who differ tell of it at once', async () => {
    const numbers = ['A-1', 'A-2', 'A-3', 'A-4'];
    const answers = await Promise.all(
      numbers.map((agreementNumber) => engage('laboratory', { agreementNumber })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const { body } = await officer.get('/v1/processors/laboratory').expect(200);
    expect(body.agreed).toHaveLength(1);
    const [again, once] = [await engage('courier', {}, 'a-key'), await engage('courier', {}, 'a-key')];
    expect(again.body).toEqual(once.body);
  });

  it('may have the data of its own legal entity’s stores', async () => {
    const own = { engagedBy: 'Shanghai Beauty Ltd', storeIds: ['sh-01'] };
    const refused = async (more: object) => (await engage('accountant', more)).body.code as string;
    expect(await refused({ engagedBy: own.engagedBy })).toBe('stores-needed');
    expect(await refused({ ...own, storeIds: ['bj-01', 'sh-01'] })).toBe('store-of-another-entity');
    expect(await refused({ ...own, storeIds: ['nowhere'] })).toBe('unknown-store');
    await engage('accountant', own).expect(201);
  });

  it('is assessed before it begins (PIPL 55)', async () => {
    for (const more of [{ assessment: 'nothing' }, { effectiveFrom: '2026-01-31' }])
      expect((await engage('early', more).expect(409)).body.code).toBe('impact-not-assessed');
  });

  it('is seen to by who answers for privacy, with all that the law asks an agreement to say', async () => {
    const manager = await stores.as({ role: 'store-manager', stores: ['sh-01'] });
    const auditor = await stores.as({ role: 'auditor', stores: [] });
    await manager.get('/v1/processors').expect(403);
    for (const one of [manager, auditor])
      await one
        .post('/v1/processors')
        .send({ processorId: 'x', ...agreement() })
        .expect(403);
    const fields = Object.keys(agreement());
    for (const field of fields) {
      const { body } = await engage('half', { [field]: undefined }).expect(400);
      expect(body).toMatchObject({ errors: [{ field }] });
    }
    for (const more of [{ kinds: [] }, { kinds: ['fingerprints'] }, { purposes: [] }, { country: 'cn' }])
      await engage('half', more).expect(400);
    expect((await tell('nobody', 'end', { endedOn: '2026-03-01', reason: 'x' }).expect(404)).body.code).toBe(
      'unknown-processor',
    );
    await officer.get('/v1/processors/nobody').expect(404);
  });
});
