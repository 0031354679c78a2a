import { clientErased } from '#contracts/clients/client-erased.v1';
import { clientsMerged } from '#contracts/clients/clients-merged.v1';
import { clientsUnmerged } from '#contracts/clients/clients-unmerged.v1';
import { uuidv7 } from '#libs/event-store';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type TestedService,
} from '#libs/testing';
import { FollowUpsModule } from '../src/follow-ups.module.js';
import { openBus, visitTold, type Bus } from './visits-told.js';

describe('follow-ups, from outside', () => {
  const clock = movableClock('2026-03-01T02:00:00.000Z');
  const databaseUrl = freshBaseUrl();
  let followUps: TestedService;
  let bus: Bus;
  let clients: Teller;

  const aVisit = (storeId: string, clientId: string | null, completedAt = clock.now().toISOString()) =>
    visitTold({ visitId: uuidv7(), clientId, storeId, timeZone: 'Asia/Shanghai', completedAt });
  const list = async (query: object) =>
    (await followUps.http.get('/v1/follow-ups').query(query).expect(200)).body;
  const planned = (storeId: string, howMany: number) =>
    eventually(async () => {
      const { items } = await list({ storeId });
      expect(items).toHaveLength(howMany);
      return items;
    });
  const contact = (taskId: string, body: object = {}) =>
    followUps.http.post(`/v1/follow-ups/${taskId}/contact`).send(body);

  beforeAll(async () => {
    bus = await openBus(databaseUrl);
    clients = await Teller.at(databaseUrl);
    followUps = await startForTest(FollowUpsModule, { databaseUrl, clock });
  });
  afterAll(async () => {
    await followUps.stop();
    await bus.close();
    await clients.close();
  });

  it('plans a contact on day 1, 5 and 7 after a visit, for whoever served (FU-01, FU-02, FU-03, FU-04)', async () => {
    const clientId = uuidv7();
    await bus.tell(aVisit('sh-01', clientId), aVisit('sh-01', null));
    const tasks = await planned('sh-01', 3);
    expect(tasks).toMatchObject([
      { day: 1, dueOn: '2026-03-02', dueAt: '2026-03-01T16:00:00.000Z', status: 'planned' },
      { day: 5, dueOn: '2026-03-06', endsAt: '2026-03-06T16:00:00.000Z', status: 'planned' },
      { day: 7, dueOn: '2026-03-08', clientId, staffId: 'li', attempts: 0, outcome: null, doneOn: null },
    ]);
  });

  it('does a task once the client is reached, and tells so', async () => {
    await bus.tell(aVisit('sh-02', uuidv7()));
    const [{ taskId }] = await planned('sh-02', 3);
    const tried = await contact(taskId, { outcome: 'no-answer' }).expect(201);
    expect((await list({ storeId: 'sh-02', minPosition: tried.body.position })).items[0]).toMatchObject({
      status: 'planned',
      attempts: 1,
      outcome: 'no-answer',
    });
    const made = await followUps.http.post(`/v1/follow-ups/${taskId}/contact`).expect(201);
    expect(made.body).toMatchObject({ taskId, appended: true });
    const done = await list({ storeId: 'sh-02', status: 'done', minPosition: made.body.position });
    expect(done.items).toMatchObject([{ taskId, status: 'done', outcome: 'reached', doneOn: '2026-03-01' }]);
    expect((await contact(taskId, { outcome: 'booked' }).expect(201)).body.appended).toBe(false);
    await eventually(() =>
      expect(bus.heard).toMatchObject([
        { type: 'follow-ups.contact-made.v1', data: { taskId, day: 1, madeOn: '2026-03-01' } },
      ]),
    );
  });

  it('withdraws day 7 when she comes again', async () => {
    const clientId = uuidv7();
    await bus.tell(aVisit('sh-03', clientId));
    const seventh = (await planned('sh-03', 3))[2];
    clock.advance(1);
    await bus.tell(aVisit('sh-03', clientId));
    await planned('sh-03', 6);
    expect((await list({ storeId: 'sh-03', status: 'withdrawn' })).items).toMatchObject([
      { taskId: seventh.taskId },
    ]);
    const refused = await contact(seventh.taskId).expect(409);
    expect(refused.body.code).toBe('task-withdrawn');
  });

  it('has nobody called who was erased, and blames no store for it', async () => {
    const clientId = uuidv7();
    await bus.tell(aVisit('sh-08', clientId));
    const [{ taskId }] = await planned('sh-08', 3);
    await clients.tell(clientErased, { clientId, storeId: 'sh-08', erasedAt: clock.now().toISOString() });
    await eventually(async () =>
      expect((await list({ storeId: 'sh-08', status: 'withdrawn' })).items).toHaveLength(3),
    );
    expect((await contact(taskId).expect(409)).body.code).toBe('task-withdrawn');
    await eventually(() =>
      expect(bus.heard).toContainEqual(
        expect.objectContaining({
          type: 'follow-ups.erasure-acknowledged.v1',
          data: expect.objectContaining({ clientId }),
        }),
      ),
    );
  });

  it('lets a task fall due and be missed by the calendar of its store, and refuses it then', async () => {
    await bus.tell(aVisit('sh-04', uuidv7()));
    const [{ taskId }] = await planned('sh-04', 3);
    clock.moveTo('2026-03-01T16:00:00.000Z');
    await eventually(async () =>
      expect((await list({ storeId: 'sh-04', status: 'due', dueOn: '2026-03-02' })).items).toMatchObject([
        { taskId },
      ]),
    );
    clock.moveTo('2026-03-02T16:00:00.000Z');
    const refused = await contact(taskId).expect(409);
    expect(refused.body).toMatchObject({ code: 'task-missed', context: { taskId } });
    await eventually(() =>
      expect(bus.heard.filter(({ data }) => (data as { taskId: string }).taskId === taskId)).toMatchObject([
        { type: 'follow-ups.task-missed.v1', data: { storeId: 'sh-04', day: 1, missedOn: '2026-03-02' } },
      ]),
    );
    await eventually(async () =>
      expect((await list({ storeId: 'sh-04', status: 'missed' })).items).toMatchObject([{ taskId }]),
    );
  });

  it('follows up a person once: the record she came by last, as the survivor; the rest waits, and goes on (X15)', async () => {
    const [her, twin] = [uuidv7(), uuidv7()];
    const link = { survivorId: her, mergedId: twin, storeId: 'sh-06' };
    const at = clock.now().toISOString();
    const stands = (expected: readonly object[]) =>
      eventually(async () => {
        const { items } = await list({ storeId: 'sh-06' });
        const shown = items.map(({ clientId, mergedId, day, status }: Record<string, unknown>) => ({
          ...{ clientId, mergedId, day, status },
        }));
        expect(shown).toHaveLength(expected.length);
        expect(shown).toEqual(expect.arrayContaining(expected as object[]));
        return items as { taskId: string; clientId: string; status: string }[];
      });
    const tasks = (of: object, status: string) => [1, 5, 7].map((day) => ({ ...of, day, status }));
    const own = (clientId: string) => ({ clientId, mergedId: null });

    await bus.tell(aVisit('sh-06', her));
    await stands(tasks(own(her), 'planned'));
    clock.advance(1);
    await bus.tell(aVisit('sh-06', twin));
    await stands([...tasks(own(her), 'planned'), ...tasks(own(twin), 'planned')]);

    await clients.tell(clientsMerged, { ...link, mergedAt: at });
    const asOne = { clientId: her, mergedId: twin };
    const shown = await stands([...tasks(own(her), 'held-back'), ...tasks(asOne, 'planned')]);
    const waiting = shown.find(({ status }) => status === 'held-back')!;
    const refused = await contact(waiting.taskId).expect(409);
    expect(refused.body).toMatchObject({ code: 'task-held-back', context: { behindId: twin } });

    clock.advance(1);
    await bus.tell(aVisit('sh-06', her)); // she comes again, by her own record: the turn is hers
    const all = await stands([
      ...[1, 5].map((day) => ({ ...own(her), day, status: 'planned' })),
      { ...own(her), day: 7, status: 'withdrawn' },
      ...tasks(own(her), 'planned'),
      ...tasks(asOne, 'held-back'),
    ]);
    const firstDue = all[0] as unknown as { dueOn: string; endsAt: string };
    clock.moveTo(firstDue.endsAt); // its day ends while those of the twin wait
    await eventually(async () => {
      const { items } = await list({ storeId: 'sh-06', dueOn: firstDue.dueOn, status: 'missed' });
      expect(items).toMatchObject([own(her), own(her)]);
    });
    expect((await list({ storeId: 'sh-06', status: 'held-back' })).items).toHaveLength(3);

    await clients.tell(clientsUnmerged, { ...link, unmergedAt: at });
    await eventually(async () => {
      const { items } = await list({ storeId: 'sh-06' });
      const twins = items.filter(({ clientId }: { clientId: string }) => clientId === twin);
      expect(twins).toMatchObject([
        { day: 1, status: 'missed', mergedId: null },
        { day: 5, status: 'planned' },
        { day: 7, status: 'planned' },
      ]);
    });
  });

  it('makes no task of imported history', async () => {
    const now = Date.parse(clock.now().toISOString());
    const yearsAgo = new Date(now - 5 * 365 * 24 * 3_600_000).toISOString();
    await bus.tell(aVisit('sh-05', uuidv7(), yearsAgo), aVisit('sh-05', uuidv7()));
    await planned('sh-05', 3);
  });

  it('lists page by page, by day and task', async () => {
    const whole = (await list({})).items.map(({ taskId }: { taskId: string }) => taskId);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await list({ limit: 4, ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.items.map(({ taskId }: { taskId: string }) => taskId));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
    expect(paged.length).toBeGreaterThan(12);
  });

  it.each([
    ['an unknown outcome', { outcome: 'shouted' }, 'outcome'],
    ['a note, for notes are personal', { outcome: 'reached', note: 'her skin' }, 'note'],
  ])('names the field of %s', async (_what, body, field) => {
    const refused = await contact(uuidv7(), body).expect(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it.each([
    ['status', 'late'],
    ['dueOn', 'tomorrow'],
    ['limit', '0'],
  ])('refuses a list whose %s is %s', async (field, value) => {
    const refused = await followUps.http
      .get('/v1/follow-ups')
      .query({ [field]: value })
      .expect(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('does not know a task nobody planned', async () => {
    expect((await contact(uuidv7()).expect(404)).body.code).toBe('unknown-task');
    expect((await contact('me').expect(400)).body.code).toBe('malformed');
  });
});
