import { mkdtempSync, rmSync } from 'node:fs';
import { randomInt, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { complaintClosed } from '#contracts/complaints/complaint-closed.v1';
import { complaintOpened } from '#contracts/complaints/complaint-opened.v1';
import { memberEnrolled } from '#contracts/membership/member-enrolled.v1';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { appointmentBooked } from '#contracts/visits/appointment-booked.v1';
import { appointmentCancelled } from '#contracts/visits/appointment-cancelled.v1';
import { appointmentKept } from '#contracts/visits/appointment-kept.v1';
import { appointmentMoved } from '#contracts/visits/appointment-moved.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { eventually, freshBaseUrl, startForTest, Teller, type TestedService } from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';

describe('two clients who are one person', () => {
  const databaseUrl = freshBaseUrl();
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-client-links-'));
  let clients: TestedService;
  let visits: Teller;

  beforeAll(async () => {
    visits = await Teller.at(databaseUrl);
    clients = await startForTest(ClientsModule, { databaseUrl, dataFolder });
  });
  afterAll(async () => {
    await clients.stop();
    await visits.close();
    rmSync(dataFolder, { recursive: true });
  });

  const registered = async (storeId = 'sh-01'): Promise<string> => {
    const { body } = await clients.http.post('/v1/clients').send({ storeId, name: 'Li' }).expect(201);
    return body.clientId as string;
  };
  const ask = (what: 'merge' | 'unmerge', survivorId: string, mergedId: string, who = clients.http) =>
    who.post(`/v1/clients/${survivorId}/${what}`).send({ mergedId, reason: 'registered-twice' });
  const get = async (clientId: string, what: string) =>
    (await clients.http.get(`/v1/clients/${clientId}/${what}`).query({ limit: 500 }).expect(200)).body as {
      items: { id: string; clientId: string }[];
    };
  const links = async (clientId: string): Promise<object> => ({ ...(await get(clientId, 'links')) });
  const visit = async (clientId: string): Promise<string> => {
    const visitId = randomUUID();
    const day = `2026-0${randomInt(1, 9)}-1${randomInt(0, 9)}`;
    await visits.tell(visitCompleted, {
      ...{ visitId, clientId, storeId: 'sh-01', timeZone: 'Asia/Shanghai', currency: 'CNY', lines: [] },
      ...{ paidMinor: randomInt(1, 90_000), completedAt: `${day}T02:00:00.000Z`, completedOn: day },
    });
    return visitId;
  };

  it('are read as the survivor; the other says into whom; again is nothing; then both are themselves', async () => {
    const [a, b] = [await registered(), await registered()];
    expect((await ask('merge', a, b).expect(201)).body).toMatchObject({ appended: true });
    expect((await ask('merge', a, b).expect(201)).body).toMatchObject({ appended: false });
    expect(await links(a)).toEqual({ clientId: a, mergedInto: null, mergedIds: [b] });
    expect(await links(b)).toEqual({ clientId: b, mergedInto: a, mergedIds: [] });
    await ask('unmerge', a, b).expect(201);
    expect((await ask('unmerge', a, b).expect(201)).body).toMatchObject({ appended: false });
    expect(await links(a)).toEqual({ clientId: a, mergedInto: null, mergedIds: [] });
    expect(await links(b)).toEqual({ clientId: b, mergedInto: null, mergedIds: [] });
  });

  it('are never made of one who was erased, or asking for that again would erase the other', async () => {
    const [gone, here] = [await registered(), await registered()];
    const erase = () =>
      clients.http.post(`/v1/clients/${gone}/erasure`).send({ reason: 'request-of-hers' }).expect(201);
    await erase();
    for (const [into, merged] of [
      [gone, here],
      [here, gone],
    ] as const)
      expect((await ask('merge', into, merged).expect(409)).body.code).toBe('erased');
    expect((await erase()).body.erasureIds).toEqual([gone]);
    const { body } = await clients.http.get(`/v1/clients/${here}`).expect(200);
    expect(body).toMatchObject({ name: 'Li', erased: false });
  });

  it('are erased both or never merged, where one is merged while the other is erased, also in two processes', async () => {
    const beside = await startForTest(ClientsModule, { databaseUrl, dataFolder });
    const erase = (clientId: string) =>
      beside.http.post(`/v1/clients/${clientId}/erasure`).send({ reason: 'request-of-hers' }).expect(201);
    const isErased = async (clientId: string): Promise<boolean> =>
      (await clients.http.get(`/v1/clients/${clientId}`).expect(200)).body.erased as boolean;
    const once = async (at: number) => {
      const [survivor, merged] = [await registered(), await registered()];
      const [first, second] = at % 2 === 0 ? [0, at % 8] : [at % 8, 0];
      const [{ body }, { status }] = await Promise.all([
        sleep(first).then(() => erase(at % 3 === 0 ? survivor : merged)),
        sleep(second).then(() => ask('merge', survivor, merged)),
      ]);
      const erased = [await isErased(survivor), await isErased(merged)].filter(Boolean).length;
      return { merged: status === 201, erased, named: (body.erasureIds as string[]).length };
    };
    const seen = new Set<string>();
    for (let at = 0; at < 64; at += 8) {
      const rounds = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((one) => once(at + one)));
      for (const { merged, erased, named } of rounds)
        seen.add(`${merged ? 'merged' : 'not merged'}, erased ${erased}, named ${named}`);
    }
    await beside.stop();
    const right = ['merged, erased 2, named 2', 'not merged, erased 1, named 1'];
    expect(right).toEqual(expect.arrayContaining([...seen]));
  });

  it('show at a glance what is open of either, closed heard before opened too, and that either is a member', async () => {
    const [a, b] = [await registered(), await registered()];
    await ask('merge', a, b).expect(201);
    const since = '2026-03-01T02:00:00.000Z';
    const of = (clientId: string) => ({ complaintId: randomUUID(), clientId, storeId: 'sh-02' });
    const opening = { openedAt: since, openedOn: '2026-03-01', dueAt: '2099-03-03T02:00:00.000Z' };
    const closing = { closedAt: since, closedOn: '2026-03-01', resolution: 'settled' } as const;
    const [open, closed] = [of(b), of(a)];
    await visits.tell(complaintClosed, { ...closed, ...closing });
    await visits.tell(complaintOpened, { ...closed, ...opening, openedAt: '2026-02-01T02:00:00.000Z' });
    await visits.tell(complaintOpened, { ...open, ...opening });
    await visits.tell(memberEnrolled, { clientId: b, storeId: 'sh-01', enrolledAt: since });
    const glance = async (clientId: string): Promise<object> => ({ ...(await get(clientId, 'glance')) });
    const openComplaint = { since, overdue: false };
    await eventually(async () =>
      expect(await glance(a)).toMatchObject({ member: { since, level: null }, openComplaint }),
    );
    await ask('unmerge', a, b).expect(201);
    expect(await glance(a)).toMatchObject({ member: null, openComplaint: null });
    expect(await glance(b)).toMatchObject({ member: { since }, openComplaint });
    await visits.tell(complaintClosed, { ...open, ...closing });
    await eventually(async () => expect(await glance(b)).toMatchObject({ openComplaint: null }));
  });

  it('have the level of a member that both have reached together, once headquarters has said which there are', async () => {
    const [a, b] = [await registered(), await registered()];
    const level = async (clientId: string) =>
      (await clients.http.get(`/v1/clients/${clientId}/glance`).expect(200)).body.member?.level ?? null;
    const enrolledAt = '2026-03-01T02:00:00.000Z';
    await visits.tell(memberEnrolled, { clientId: a, storeId: 'sh-01', enrolledAt });
    for (const storeId of ['sh-01', 'ny-01'])
      await visits.tell(storeOpened, {
        ...{ storeId, name: storeId, region: '', legalEntity: '', grade: 'D', openedAt: enrolledAt },
        ...{ timeZone: 'Asia/Shanghai', currency: storeId === 'ny-01' ? 'USD' : 'CNY' },
      });
    for (const clientId of [a, b]) {
      await visits.tell(visitCompleted, {
        ...{ visitId: randomUUID(), clientId, storeId: 'sh-01', timeZone: 'Asia/Shanghai', currency: 'CNY' },
        lines: [{ lineId: '1', itemId: 'facial-60', quantity: 1, paidMinor: 500_000, staffId: null }],
        ...{ paidMinor: 500_000, completedAt: enrolledAt, completedOn: '2026-03-01' },
      });
    }
    await visits.tell(visitCompleted, {
      ...{ visitId: randomUUID(), clientId: a, storeId: 'ny-01', timeZone: 'America/New_York' },
      ...{ currency: 'USD', lines: [], paidMinor: 500_000 }, // which is not of the money that levels go by in Shanghai
      ...{ completedAt: enrolledAt, completedOn: '2026-03-01' },
    });
    const levels = [
      { level: 'silver', fromMinor: 500_000 },
      { level: 'gold', fromMinor: 880_000 },
    ];
    await visits.tell(policyPublished, {
      ...{ name: 'member-levels', version: 1, storeId: null, effectiveFrom: '2026-01-01' },
      value: { levels },
    });
    await eventually(async () => expect(await level(a)).toBe('silver'));
    await ask('merge', a, b).expect(201);
    await eventually(async () => expect(await level(a)).toBe('gold'));
    await ask('unmerge', a, b).expect(201);
    expect(await level(a)).toBe('silver');
    expect(await level(b)).toBeNull(); // she is no member
  });

  it('show at a glance the next visit of either, until it is moved behind another, or over', async () => {
    const [a, b] = [await registered(), await registered()];
    await ask('merge', a, b).expect(201);
    const of = (clientId: string) => ({
      appointmentId: randomUUID(),
      clientId,
      storeId: 'sh-02',
      staffId: 'li',
    });
    const on = (startsOn: string) => ({
      ...{ startsAt: `${startsOn}T02:00:00.000Z`, endsAt: `${startsOn}T03:00:00.000Z`, startsOn },
      itemIds: ['facial-60'],
    });
    const [hers, other] = [of(a), of(b)];
    const now = '2026-03-01T02:00:00.000Z';
    const nextOn = async (clientId: string) =>
      (await clients.http.get(`/v1/clients/${clientId}/glance`).expect(200)).body.nextVisit?.startsOn ?? null;
    const isNext = (day: string | null, clientId = a) =>
      eventually(async () => expect(await nextOn(clientId)).toBe(day));
    await visits.tell(appointmentBooked, { ...hers, ...on('2099-03-05'), bookedAt: now });
    await isNext('2099-03-05');
    await visits.tell(appointmentBooked, { ...other, ...on('2099-03-04'), bookedAt: now });
    await isNext('2099-03-04');
    await visits.tell(appointmentMoved, { ...other, ...on('2099-03-06'), movedAt: now });
    await isNext('2099-03-05');
    await visits.tell(appointmentCancelled, { ...hers, by: 'client', cancelledAt: now });
    await isNext('2099-03-06');
    await ask('unmerge', a, b).expect(201);
    await isNext(null);
    await visits.tell(appointmentKept, { ...other, arrivedAt: now });
    await isNext(null, b);
  });

  it('keep each fact on the stream it belongs to, and read as if they had never been merged', async () => {
    const [a, b] = [await registered(), await registered()];
    await ask('merge', a, b).expect(201);
    const told = new Map<string, string[]>([
      [a, []],
      [b, []],
    ]);
    for (let at = 0; at < 50; at += 1) {
      const one = [a, b][randomInt(2)]!;
      told.get(one)!.push(await visit(one));
    }
    const all = [...told.values()].flat().sort();
    const ids = async (clientId: string) => (await get(clientId, 'visits')).items.map(({ id }) => id).sort();
    await clients.settled('visits');
    expect(await ids(a)).toEqual(all);
    await ask('unmerge', a, b).expect(201);
    for (const one of [a, b]) expect(await ids(one)).toEqual(told.get(one)!.sort());
    const streams = await clients.app
      .get(DataSource)
      .query<{ stream: string }[]>(
        `select stream from event where type = 'VisitNoted' and data->>'clientId' = $1 order by stream`,
        [b],
      );
    expect(streams.map(({ stream }) => stream)).toEqual(
      told
        .get(b)!
        .sort()
        .map((id) => `noted-visit:${id}`),
    );
  });

  it('are one of both ways when both are asked for at once', async () => {
    const [a, b] = [await registered(), await registered()];
    const answers = await Promise.all([ask('merge', a, b), ask('merge', b, a)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are merged by whoever answers for the stores of both', async () => {
    const [here, there] = [await registered(), await registered('bj-01')];
    const manager = await clients.as({ role: 'store-manager', stores: ['sh-01'] });
    await ask('merge', here, there, manager).expect(403);
    await ask('merge', here, randomUUID()).expect(404);
    const desk = await clients.as({ role: 'front-desk', stores: ['sh-01'] });
    await ask('merge', here, await registered(), desk).expect(403);
  });
});
