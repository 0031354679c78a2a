import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { appointmentBooked } from '#contracts/visits/appointment-booked.v1';
import { appointmentCancelled } from '#contracts/visits/appointment-cancelled.v1';
import { complaintClosed } from '#contracts/complaints/complaint-closed.v1';
import { complaintOpened } from '#contracts/complaints/complaint-opened.v1';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import {
  eventually,
  freshBaseUrl,
  movableClock,
  startForTest,
  Teller,
  type Asking,
  type TestedService,
} from '#libs/testing';
import { ClientsModule } from '../src/clients.module.js';
import { ErasureProcess } from '../src/erasure/erasure.process.js';
import { DueQuery } from '../src/retention/due.query.js';
import { RetentionProcess } from '../src/retention/retention.process.js';
import { others, type Others } from './others.js';

const RULES = [
  { purpose: 'lead', keptMonths: 12, then: 'erase' },
  { purpose: 'while-client', keptMonths: 24, then: 'restrict' },
  { purpose: 'with-care', keptMonths: 36, then: 'erase' },
] as const;

/** A service that looks for what is due when the spec says so alone: its own look would take what is made ready for one. */
interface BetweenNights extends TestedService {
  look(): Promise<boolean>;
}

describe('how long what is known of people is kept, from outside', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-retention-'));
  const databaseUrl = freshBaseUrl();
  const clock = movableClock('2023-01-01T10:00:00.000Z');
  let platform: Others;
  let clients: BetweenNights;
  let teller: Teller;
  let desk: Asking;
  let officer: Asking;
  let lead: string;
  let gone: string;
  let comes: string;
  let twin: string;

  const register = async (name: string, phone?: string): Promise<string> =>
    (
      (await desk.post('/v1/clients').send({ storeId: 'sh-01', name, phone }).expect(201)).body as {
        clientId: string;
      }
    ).clientId;
  const due = async (on: string) => {
    const { body } = await officer.get(`/v1/retention/due?on=${on}`).expect(200);
    const items = body.items as { clientId: string; due: string }[];
    return Object.fromEntries(items.map(({ clientId, due }) => [clientId, due]));
  };
  const night = async (at: string): Promise<void> => {
    clock.moveTo(at);
    await seeTo(clients);
  };
  /** Of what was told a moment ago a night would wait to hear, and nothing would be done until the next look. */
  const seeTo = async ({ look, settled }: BetweenNights): Promise<void> => {
    await settled('stores', 'visits', 'complaints');
    while (await look());
  };
  const start = async (): Promise<BetweenNights> => {
    const settings = { databaseUrl, dataFolder, clock, lirenUrl: platform.url, logLevel: 'silent' } as const;
    const started = await startForTest(ClientsModule, settings);
    const retention = started.app.get(RetentionProcess);
    const look = retention.tick.bind(retention);
    jest.spyOn(retention, 'tick').mockResolvedValue(false);
    return { ...started, look: () => look() };
  };
  /** After a pause of more than a week. */
  const confirm = async (day: string): Promise<void> => {
    clock.moveTo(`${day}T10:00:00.000Z`);
    await officer.post('/v1/retention/confirmed-days').send({ day, reason: 'a long pause' }).expect(201);
  };
  const lastRun = async () => {
    const { body } = await officer.get('/v1/retention/runs').expect(200);
    return (body.items as { night: string; restricted: number; erased: number }[])[0];
  };
  const visits = async (clientId: string, completedAt: string): Promise<void> => {
    const lines = [{ lineId: '1', itemId: 'facial-60', quantity: 1, paidMinor: 100, staffId: null }];
    const [visitId, completedOn] = [randomUUID(), completedAt.slice(0, 10)];
    const at = { timeZone: 'Asia/Shanghai', currency: 'CNY', completedAt, completedOn, storeId: 'sh-01' };
    await teller.tell(visitCompleted, { visitId, clientId, lines, paidMinor: 100, ...at });
  };

  beforeAll(async () => {
    platform = await others();
    clients = await start();
    teller = await Teller.at(databaseUrl);
    desk = await clients.as({ role: 'front-desk', stores: ['sh-01'] });
    officer = await clients.as({ role: 'privacy-officer' });
    const added = await desk.post('/v1/leads').send({ storeId: 'sh-01', source: 'walked by', name: '孙丽' });
    lead = (added.body as { clientId: string }).clientId;
    gone = await register('王芳', '13800000001');
    comes = await register('李娜');
    twin = await register('李小娜');
    await clients.http
      .post(`/v1/clients/${comes}/merge`)
      .send({ mergedId: twin, reason: 'registered-twice' });
    await visits(comes, '2024-06-01T04:00:00.000Z');
    await eventually(async () => {
      const { body } = await desk.get(`/v1/clients/${comes}/visits`).expect(200);
      expect(body.items).toHaveLength(1);
    });
  });
  afterAll(async () => {
    await teller.close();
    await clients.stop();
    platform.stop();
    rmSync(dataFolder, { recursive: true });
  });

  it('is for ever, while headquarters has published no policy', async () => {
    expect(await due('2050-01-01')).toEqual({});
  });

  it('shows beforehand whose is due: of who were merged, by the last day either came', async () => {
    const policy = { name: 'retention', version: 1, storeId: null, effectiveFrom: '2023-01-01' } as const;
    await teller.tell(policyPublished, { ...policy, value: { purposes: [...RULES] } });
    await eventually(async () => expect(await due('2024-01-01')).toEqual({ [lead]: 'erase' }));
    expect(await due('2025-01-01')).toEqual({ [lead]: 'erase', [gone]: 'restrict' });
    expect(await due('2026-05-31')).toEqual({ [lead]: 'erase', [gone]: 'erase' });
    expect(await due('2026-06-01')).toEqual({
      [lead]: 'erase',
      [gone]: 'erase',
      [comes]: 'restrict',
      [twin]: 'restrict',
    });
  });

  it('restricts what is due by night: nobody uses it, who answers for it sees it', async () => {
    await confirm('2025-01-01');
    await night('2025-01-01T17:59:00.000Z'); // of the night before
    await desk.get(`/v1/clients/${gone}`).expect(200);
    await night('2025-01-01T18:00:00.000Z');
    const refused = await desk.get(`/v1/clients/${gone}`).expect(403);
    expect(refused.body.code).toBe('restricted');
    for (const query of ['q=王芳', 'phone=13800000001']) {
      const { body } = await desk.get(`/v1/clients?${encodeURI(query)}`).expect(200);
      expect(body.items).toEqual([]);
    }
    await desk
      .put(`/v1/clients/${gone}/file/preferences`)
      .send({ likes: ['tea'] })
      .expect(403);
    const consent = { purpose: 'health', textVersion: 'health-1', channel: 'phone' };
    const given = await clients.http.post(`/v1/clients/${gone}/consents`).send(consent).expect(403);
    expect(given.body.code).toBe('restricted');
    expect((await officer.get(`/v1/clients/${gone}`).expect(200)).body.name).toBe('王芳');
    const exported = await clients.http.post('/v1/client-exports').send({ format: 'csv', reason: 'backup' });
    expect(exported.text).not.toContain('王芳');
  });

  it('erases what is due with a certificate, and says each night what was done, once', async () => {
    expect((await officer.get(`/v1/erasures/${lead}`).expect(200)).body).toMatchObject({
      reason: 'retention-over',
    });
    await night('2025-01-01T20:00:00.000Z');
    const { body } = await officer.get('/v1/retention/runs').expect(200);
    const kept = (body.items as { outcome: string }[]).filter(({ outcome }) => outcome === 'kept');
    expect(kept).toMatchObject([
      { night: '2025-01-01', restricted: 1, erased: 0 },
      { night: '2024-12-31', restricted: 0, erased: 1 },
    ]);
  });

  it('is used again when she is back', async () => {
    await visits(gone, '2025-01-02T04:00:00.000Z');
    await eventually(() => desk.get(`/v1/clients/${gone}`).expect(200));
    await night('2025-01-03T18:00:00.000Z');
    await desk.get(`/v1/clients/${gone}`).expect(200);
  });

  describe('of six who have not come for three years', () => {
    let silent: string[];
    beforeAll(async () => {
      clock.moveTo('2025-02-01T10:00:00.000Z');
      silent = [];
      for (const name of ['一', '二', '三', '四', '五', '六']) silent.push(await register(name));
    });
    const complaint = { complaintId: randomUUID(), storeId: 'sh-01' };

    it('leaves one alone who has a complaint that is open, and those who are read as her', async () => {
      const [clientId, twinId] = silent as [string, string];
      await clients.http
        .post(`/v1/clients/${clientId}/merge`)
        .send({ mergedId: twinId, reason: 'registered-twice' })
        .expect(201);
      const when = { openedAt: '2025-03-01T02:00:00.000Z', openedOn: '2025-03-01' };
      await teller.tell(complaintOpened, {
        ...complaint,
        ...when,
        clientId,
        dueAt: '2025-03-03T02:00:00.000Z',
      });
      await eventually(async () => {
        const shown = Object.keys(await due('2028-02-01'));
        expect(shown).not.toContain(clientId);
        expect(shown).not.toContain(twinId);
        expect(shown).toContain(silent[2]);
      });
    });

    it('leaves one alone who has an appointment ahead, until it is called off', async () => {
      const clientId = silent[2]!;
      const expected = { appointmentId: randomUUID(), clientId, storeId: 'sh-01', staffId: 'li' };
      const told = '2025-03-01T02:00:00.000Z';
      await teller.tell(appointmentBooked, {
        ...{ ...expected, itemIds: ['facial-60'], bookedAt: told, startsOn: '2028-03-01' },
        ...{ startsAt: '2028-03-01T02:00:00.000Z', endsAt: '2028-03-01T03:00:00.000Z' },
      });
      await eventually(async () => expect(Object.keys(await due('2028-02-01'))).not.toContain(clientId));
      await teller.tell(appointmentCancelled, { ...expected, by: 'client', cancelledAt: told });
      await eventually(async () => expect(Object.keys(await due('2028-02-01'))).toContain(clientId));
    });

    it('is the same when a night is broken off and begun again, and when two processes see to it at once', async () => {
      await confirm('2028-02-01');
      await seeTo(clients); // all others, whose time was over before
      const erasures = clients.app.get(ErasureProcess);
      const carriesOut = erasures.carryOut.bind(erasures);
      const dying = jest.spyOn(erasures, 'carryOut').mockImplementation((clientId) => {
        if (clientId === silent[3]) throw new Error('died');
        return carriesOut(clientId);
      });
      clock.moveTo('2028-02-01T18:00:00.000Z');
      await expect(seeTo(clients)).rejects.toThrow('died');
      dying.mockRestore();
      const beside = await start();
      await Promise.all([seeTo(clients), seeTo(beside)]);
      await beside.stop();
      const erased = silent.slice(2);
      expect(await lastRun()).toMatchObject({ night: '2028-02-01', restricted: 0, erased: erased.length });
      for (const clientId of erased) await officer.get(`/v1/erasures/${clientId}`).expect(200);
      for (const clientId of silent.slice(0, 2)) await officer.get(`/v1/erasures/${clientId}`).expect(404);
    });

    it('goes on with her when it is closed', async () => {
      const closed = {
        closedAt: '2028-02-02T02:00:00.000Z',
        closedOn: '2028-02-02',
        resolution: 'settled',
      } as const;
      await teller.tell(complaintClosed, { ...complaint, ...closed, clientId: silent[0]! });
      await night('2028-02-02T18:00:00.000Z');
      expect(await lastRun()).toMatchObject({ night: '2028-02-02', restricted: 0, erased: 2 });
    });
  });

  describe('of one who has two files', () => {
    const merge = (into: string, mergedId: string) =>
      clients.http
        .post(`/v1/clients/${into}/merge`)
        .send({ mergedId, reason: 'registered-twice' })
        .expect(201);
    let asLead: string;
    let asClient: string;
    beforeAll(async () => {
      clock.moveTo('2028-02-03T10:00:00.000Z');
      const added = await desk
        .post('/v1/leads')
        .send({ storeId: 'sh-01', source: 'walked by', name: '钱七' });
      asLead = (added.body as { clientId: string }).clientId;
      asClient = await register('钱小七');
      await merge(asLead, asClient);
    });

    it('is as long as either is kept: a lead who is a client by her other file is no lead', async () => {
      expect(await due('2029-03-01')).toEqual({});
      expect(await due('2030-03-01')).toEqual({ [asLead]: 'restrict', [asClient]: 'restrict' });
      expect(await due('2031-03-01')).toEqual({ [asLead]: 'erase', [asClient]: 'erase' });
    });

    it('is looked at once more where she was merged with another, or came, after she was found to be due', async () => {
      const [alone, late] = [await register('孙八'), await register('吴九')];
      await confirm('2031-03-01');
      const here = await register('孙小八');
      const query = clients.app.get(DueQuery);
      const page = query.page.bind(query);
      const merging = jest.spyOn(query, 'page').mockImplementationOnce(async (...asked) => {
        const found = await page(...asked);
        expect(found.due).toContainEqual(expect.objectContaining({ clientId: alone, due: 'erase' }));
        await merge(alone, here);
        await visits(late, '2031-03-01T17:00:00.000Z');
        await eventually(async () => {
          const { body } = await desk.get(`/v1/clients/${late}/visits`).expect(200);
          expect(body.items).toHaveLength(1);
        });
        return found;
      });
      await night('2031-03-01T18:00:00.000Z');
      merging.mockRestore();
      for (const clientId of [alone, here, late]) await officer.get(`/v1/erasures/${clientId}`).expect(404);
      for (const clientId of [asLead, asClient]) await officer.get(`/v1/erasures/${clientId}`).expect(200);
    });
  });

  describe('in stores where it is another day than in UTC', () => {
    const zones = { 'ak-01': 'Pacific/Auckland', 'sh-02': 'Asia/Shanghai', 'la-01': 'America/Los_Angeles' };
    const leads = new Map<string, string>();
    const dueIn = async (at: string, query: object = {}) => {
      clock.moveTo(at);
      const { body } = await officer.get('/v1/retention/due').query(query).expect(200);
      const items = body.items as { clientId: string }[];
      return items.flatMap(({ clientId }) => leads.get(clientId) ?? []).sort();
    };
    beforeAll(async () => {
      for (const [storeId, timeZone] of Object.entries(zones))
        await teller.tell(storeOpened, {
          ...{ storeId, name: storeId, region: 'a', timeZone, currency: 'CNY', legalEntity: 'Liren' },
          ...{ grade: 'C', openedAt: '2020-01-01T00:00:00.000Z' },
        });
      clock.moveTo('2032-01-01T17:00:00.000Z'); // the second of January in Shanghai and Auckland
      for (const storeId of Object.keys(zones)) {
        const lead = { storeId, source: 'walked by', name: '孙丽' };
        const { body } = await clients.http.post('/v1/leads').send(lead).expect(201);
        leads.set((body as { clientId: string }).clientId, storeId);
      }
    });

    it('counts from the day on which she came there', async () => {
      const at = '2032-06-01T10:00:00.000Z';
      await eventually(async () => expect(await dueIn(at, { on: '2033-01-01' })).toEqual(['la-01']));
      expect(await dueIn(at, { on: '2032-12-31' })).toEqual([]);
      expect(await dueIn(at, { on: '2033-01-02' })).toEqual(['ak-01', 'la-01', 'sh-02']);
    });

    it('shows what is due today, which begins in each of them at its own midnight', async () => {
      expect(await dueIn('2033-01-01T07:59:59.000Z')).toEqual([]);
      expect(await dueIn('2033-01-01T08:00:00.000Z')).toEqual(['la-01']);
      expect(await dueIn('2033-01-01T11:00:00.000Z')).toEqual(['ak-01', 'la-01']);
      expect(await dueIn('2033-01-01T15:59:59.000Z')).toEqual(['ak-01', 'la-01']);
      expect(await dueIn('2033-01-01T17:00:00.000Z')).toEqual(['ak-01', 'la-01', 'sh-02']); // one in the morning
    });

    it('does by night what is due that day at her store', async () => {
      await confirm('2033-01-01');
      await night('2033-01-01T17:59:59.000Z'); // of the night before
      for (const clientId of leads.keys()) await officer.get(`/v1/erasures/${clientId}`).expect(404);
      await night('2033-01-01T18:00:00.000Z');
      for (const clientId of leads.keys()) await officer.get(`/v1/erasures/${clientId}`).expect(200);
    });
  });
});
