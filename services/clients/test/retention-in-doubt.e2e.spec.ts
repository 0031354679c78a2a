import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policyPublished } from '#contracts/stores/policy-published.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import type { Transport } from '#libs/messaging';
import { TRANSPORT } from '#libs/service';
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
import { RetentionProcess } from '../src/retention/retention.process.js';
import { others, type Others } from './others.js';

const HELD_BY = 'complaints';

interface Run {
  outcome: 'kept' | 'refused' | 'confirmed';
  night: string;
  why: string;
  service: string | null;
}

describe('a night in which something is in doubt', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-in-doubt-'));
  const databaseUrl = freshBaseUrl();
  const clock = movableClock('2023-01-01T10:00:00.000Z');
  let platform: Others;
  let clients: TestedService;
  let teller: Teller;
  let officer: Asking;
  let lead: string;

  beforeAll(async () => {
    platform = await others();
    hold();
    const settings = { databaseUrl, dataFolder, clock, lirenUrl: platform.url, logLevel: 'silent' };
    clients = await startForTest(ClientsModule, settings);
    officer = await clients.as({ role: 'privacy-officer' });
    teller = await Teller.at(databaseUrl);
    const added = await clients.http
      .post('/v1/leads')
      .send({ storeId: 'sh-01', source: 'walked by', name: '孙丽' });
    lead = (added.body as { clientId: string }).clientId;
    clock.moveTo('2025-01-01T10:00:00.000Z');
    const policy = { name: 'retention', version: 1, storeId: null, effectiveFrom: '2023-01-01' } as const;
    const value = { purposes: [{ purpose: 'lead', keptMonths: 12, then: 'erase' as const }] };
    await teller.tell(policyPublished, { ...policy, value });
    await eventually(async () =>
      expect((await dueList()).items).toMatchObject([{ clientId: lead, due: 'erase' }]),
    );
  });
  afterAll(async () => {
    await teller.close();
    await clients.stop();
    platform.stop();
    rmSync(dataFolder, { recursive: true });
  });

  const dueList = async () =>
    (await officer.get('/v1/retention/due').expect(200)).body as { items: object[]; refused: Run | null };
  const runs = async () =>
    ((await officer.get('/v1/retention/runs').expect(200)).body as { items: Run[] }).items;
  /** So that the service itself, which tries again every few seconds, does not get through in between. */
  const hold = () => platform.answers.set(HELD_BY, null);
  const release = () => platform.answers.delete(HELD_BY);
  const night = () => clients.app.get(RetentionProcess).tick(0);
  const confirm = (day: string, by = officer) =>
    by.post('/v1/retention/confirmed-days').send({ day, reason: 'we looked at the calendar' });
  /** Nothing is done, it is seen why, and trying again adds nothing to that. */
  const isRefused = async (doubt: Partial<Run>): Promise<void> => {
    for (let time = 0; time < 2; time += 1)
      await expect(night()).rejects.toThrow('Nothing is restricted or erased');
    const refused = (await runs()).filter((run) => run.outcome === 'refused' && run.night === doubt.night);
    expect(refused.filter(({ why, service }) => why === doubt.why && service === doubt.service)).toHaveLength(
      1,
    );
    expect((await dueList()).refused).toMatchObject(doubt);
    await officer.get(`/v1/clients/${lead}`).expect(200);
    await officer.get(`/v1/erasures/${lead}`).expect(404);
  };

  it('is not begun before somebody who may has said which day it is', async () => {
    await isRefused({ night: '2024-12-31', why: 'first-night', service: null });
    await confirm('2025-01-01', await clients.as({ role: 'store-manager', stores: ['sh-01'] })).expect(403);
    expect((await confirm('2023-01-01').expect(409)).body).toMatchObject({
      code: 'clock-says-otherwise',
      context: { day: '2023-01-01', clockSays: '2025-01-01' },
    });
    await isRefused({ night: '2024-12-31', why: 'first-night', service: null });
    await confirm('2025-01-01').expect(201);
    expect((await dueList()).refused).toBeNull();
    expect((await runs())[0]).toMatchObject({ outcome: 'confirmed', day: '2025-01-01' });
  });

  it.each(['stores', 'visits', 'complaints'])('waits while %s is away', async (service) => {
    platform.answers.set(service, null);
    await isRefused({ night: '2024-12-31', why: 'away', service });
    if (service !== HELD_BY) platform.answers.delete(service);
  });

  it('waits while a service has not told all that it has recorded', async () => {
    platform.answers.set('visits', { recorded: 8, told: 7 });
    await isRefused({ night: '2024-12-31', why: 'not-told', service: 'visits' });
    platform.answers.delete('visits');
  });

  it('waits while something is on the bus that was not heard', async () => {
    const ends = jest.spyOn(clients.app.get<Transport>(TRANSPORT), 'ends');
    ends.mockResolvedValue([{ topic: 'liren.visits.v1', partition: 0, nextOffset: 1_000 }]);
    release();
    await isRefused({ night: '2024-12-31', why: 'not-heard', service: 'visits' });
    hold();
    ends.mockRestore();
  });

  it('waits while a message could not be taken, until somebody has seen to it', async () => {
    const parked = async () =>
      (await clients.http.get('/operations/parked-messages').expect(200)).body as { place: number }[];
    await teller.tell(visitCompleted, { clientId: lead } as never);
    await eventually(async () => expect(await parked()).toHaveLength(1));
    release();
    await isRefused({ night: '2024-12-31', why: 'parked', service: 'visits' });
    hold();
    const [{ place }] = (await parked()) as [{ place: number }];
    await clients.http.post(`/operations/parked-messages/${place}/discard`).expect(200);
  });

  it('is not begun by a clock that jumps years ahead or back, whoever may have come until then', async () => {
    clock.moveTo('2031-01-01T18:00:00.000Z');
    release();
    await isRefused({ night: '2031-01-01', why: 'clock-ahead', service: null });
    clock.moveTo('2020-01-01T18:00:00.000Z');
    await isRefused({ night: '2020-01-01', why: 'clock-behind', service: null });
  });

  it('is told to operators, who are not kept from asking', async () => {
    clock.moveTo('2031-01-01T18:00:00.000Z');
    await eventually(async () => {
      const { body } = await clients.http.get('/health/ready').expect(200);
      expect(body).toEqual({ status: 'ready', troubles: ['retention fails and is tried again'] });
    });
  });

  it('is seen to, once nothing is', async () => {
    clock.moveTo('2025-01-01T18:00:00.000Z');
    expect(await night()).toBe(false);
    await officer.get(`/v1/erasures/${lead}`).expect(200);
    expect((await runs())[0]).toMatchObject({
      outcome: 'kept',
      night: '2025-01-01',
      restricted: 0,
      erased: 1,
    });
    expect(await dueList()).toEqual({ items: [], nextCursor: null, refused: null });
    expect(await night()).toBe(false);
    expect((await runs()).filter(({ outcome }) => outcome === 'kept')).toHaveLength(1);
  });

  it('is seen to again after a month in which all was shut, when somebody has said so', async () => {
    clock.moveTo('2025-02-02T10:00:00.000Z');
    await expect(night()).rejects.toThrow('clock-ahead');
    await confirm('2025-02-02').expect(201);
    expect(await night()).toBe(false);
    expect((await runs())[0]).toMatchObject({ outcome: 'kept', night: '2025-02-01', erased: 0 });
  });
});
