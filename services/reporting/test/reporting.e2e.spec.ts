import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { clientsMerged } from '#contracts/clients/clients-merged.v1';
import { clientsUnmerged } from '#contracts/clients/clients-unmerged.v1';
import { storeChanged } from '#contracts/stores/store-changed.v1';
import { storeOpened } from '#contracts/stores/store-opened.v1';
import { goodsReturned } from '#contracts/visits/goods-returned.v1';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import { uuidv7 } from '#libs/event-store';
import { Views } from '#libs/service';
import { eventually, freshBaseUrl, startForTest, Teller, type TestedService } from '#libs/testing';
import { ReportingModule } from '../src/reporting.module.js';
import * as told from '../src/testing/message.builders.js';

describe('the store comparison, from outside', () => {
  let reporting: TestedService;
  let teller: Teller;
  const databaseUrl = freshBaseUrl();
  const otherClient = '01900000-0000-7000-8000-0000000000c2';

  const report = async (question: Record<string, string | number> = {}) =>
    (await reporting.http.get('/v1/reports/store-comparison').query(question).expect(200)).body;
  const visit = (data: object, recordedAt: string) =>
    teller.tell(
      visitCompleted,
      { ...told.visitCompleted().data, visitId: uuidv7(), ...data },
      { recordedAt },
    );

  beforeAll(async () => {
    teller = await Teller.at(databaseUrl);
    reporting = await startForTest(ReportingModule, { databaseUrl });
    await teller.tell(storeOpened, told.storeOpened().data);
    await teller.tell(storeOpened, { ...told.storeOpened().data, storeId: 'bj-01', name: 'Wangfujing' });
    await visit({}, '2026-03-01T03:00:00.000Z');
    await visit({ clientId: otherClient, completedOn: '2026-03-31' }, '2026-03-31T03:00:00.000Z');
    await visit({ storeId: 'bj-01', completedOn: '2026-04-01', clientId: null }, '2026-04-01T03:00:00.000Z');
    await teller.tell(goodsReturned, told.goodsReturned().data, { recordedAt: '2026-03-05T03:00:00.000Z' });
    await eventually(async () => expect(await report()).toMatchObject({ position: 6 }));
  });
  afterAll(async () => {
    await reporting.stop();
    await teller.close();
  });

  it('shows every store side by side, with totals', async () => {
    const { rows, totals } = await report();
    expect(rows).toEqual([
      expect.objectContaining({
        storeId: 'bj-01',
        name: 'Wangfujing',
        visits: 1,
        clients: 0,
        grossMinor: 49_799,
      }),
      expect.objectContaining({
        storeId: 'sh-01',
        visits: 2,
        clients: 2,
        returnsMinor: 19_999,
        netMinor: 79_599,
      }),
    ]);
    expect(totals).toMatchObject({ visits: 3, clients: 2, grossMinor: 149_397, averageTicketMinor: 49_799 });
  });

  it('counts a client who visits two stores once in the totals', async () => {
    await visit({ storeId: 'bj-01', completedOn: '2026-05-01' }, '2026-05-01T03:00:00.000Z');
    await eventually(async () => expect(await report()).toMatchObject({ position: 7 }));
    const { rows, totals } = await report();
    expect(rows.map(({ clients }: { clients: number }) => clients)).toEqual([1, 2]);
    expect(totals.clients).toBe(2);
  });

  it('counts the days asked for, and nothing after the day it is asked as of', async () => {
    expect((await report({ from: '2026-03-02', to: '2026-03-31' })).totals.visits).toBe(1);
    expect((await report({ asOf: '2026-03-31' })).totals.visits).toBe(2);
  });

  it('gives a row for each month where something happened', async () => {
    const { rows } = await report({ by: 'month', to: '2026-04-30' });
    expect(
      rows.map(({ storeId, month }: { storeId: string; month: string }) => `${storeId} ${month}`),
    ).toEqual(['bj-01 2026-04', 'sh-01 2026-03']);
  });

  it('says the same about what was known then, to the byte, after something is learned late', async () => {
    const question = { asOf: '2026-03-31', knownAt: '2026-04-02T00:00:00.000Z' };
    const digest = async (): Promise<string> => {
      const { position, ...answer } = await report(question);
      return createHash('sha256').update(JSON.stringify(answer)).digest('hex');
    };
    const before = await digest();
    await visit({ completedOn: '2026-03-15' }, '2026-04-20T03:00:00.000Z');
    await eventually(async () => expect(await report()).toMatchObject({ position: 8 }));
    expect(await digest()).toBe(before);
    expect((await report({ asOf: '2026-03-31' })).totals.visits).toBe(3);
  });

  it('counts a message once, however often it comes', async () => {
    const recordedAt = '2026-06-01T03:00:00.000Z';
    const data = { ...told.visitCompleted().data, visitId: uuidv7(), completedOn: '2026-06-01' };
    const { id, position } = await teller.tell(visitCompleted, data, { recordedAt });
    await teller.tell(visitCompleted, data, { recordedAt, id, position });
    await visit({ completedOn: '2026-06-02' }, recordedAt); // which is heard after both
    await eventually(async () => expect((await report({ from: '2026-06-01' })).totals.visits).toBe(2));
    expect((await report({ from: '2026-06-01', to: '2026-06-01' })).totals.visits).toBe(1);
  });

  it('counts who is one person once, as it was known then, and none of the money less (X15)', async () => {
    const clients = Array.from({ length: 6 }, () => uuidv7());
    const one = fc.constantFrom(...clients);
    const steps = fc.sample(fc.tuple(one, one, fc.constantFrom('sh-01', 'bj-01')), { numRuns: 60, seed: 15 });
    const day = '2026-07-01';
    const survivors = new Map<string, string>();
    const personOf = (clientId: string): string => {
      const survivorId = survivors.get(clientId);
      return survivorId === undefined ? clientId : personOf(survivorId);
    };
    const came = new Map<string, string[]>(['sh-01', 'bj-01'].map((storeId) => [storeId, []]));
    const expected: { knownAt: string; figures: object }[] = [];
    let position = (await report()).position as number;
    for (const [step, [survivorId, mergedId, storeId]] of steps.entries()) {
      const recordedAt = new Date(Date.UTC(2026, 6, 1, 0, step)).toISOString();
      if (step % 2 === 0) {
        await visit({ storeId, clientId: mergedId, completedOn: day }, recordedAt);
        position += 1;
        came.get(storeId)!.push(mergedId);
      } else if (survivors.has(mergedId)) {
        const link = { survivorId: survivors.get(mergedId)!, mergedId, storeId };
        survivors.delete(mergedId);
        await teller.tell(clientsUnmerged, { ...link, unmergedAt: recordedAt }, { recordedAt });
        position += 1;
      } else if (personOf(survivorId) !== mergedId && !survivors.has(survivorId)) {
        survivors.set(mergedId, survivorId);
        const link = { survivorId, mergedId, storeId, mergedAt: recordedAt };
        await teller.tell(clientsMerged, link, { recordedAt });
        position += 1;
      }
      const people = (visitors: readonly string[]): number => new Set(visitors.map(personOf)).size;
      const [sh, bj] = [came.get('sh-01')!, came.get('bj-01')!];
      const figures = {
        clients: [people(bj), people(sh), people([...sh, ...bj])],
        gross: (sh.length + bj.length) * 49_799,
      };
      expected.push({ knownAt: recordedAt, figures });
    }
    const known = async (knownAt?: string) => {
      const { rows, totals } = await report({ from: day, to: day, ...(knownAt ? { knownAt } : {}) });
      const counted = [...rows, totals].map(({ clients: people }: { clients: number }) => people);
      return { clients: counted, gross: totals.grossMinor };
    };
    await eventually(async () => expect(await report()).toMatchObject({ position }));
    expect(await known()).toEqual(expected.at(-1)!.figures);
    for (const { knownAt, figures } of expected) expect(await known(knownAt)).toEqual(figures);
  });

  it('is rebuilt while it is read, and nobody sees it empty or in part', async () => {
    const before = (await report()).totals;
    let isRebuilding = true;
    const reading = (async () => {
      while (isRebuilding) expect((await report()).totals).toEqual(before);
    })();
    for (const view of ['metric_delta', 'store_name', 'client_link']) {
      await reporting.http.post(`/operations/views/${view}/rebuild`).expect(202);
      await eventually(async () => {
        const { body } = await reporting.http.get('/operations/views');
        expect(body.find(({ name }: { name: string }) => name === view)).toMatchObject({
          generation: 2,
          rebuilding: null,
        });
      });
    }
    await sleep(100);
    isRebuilding = false;
    await reading;
  });

  it.each([
    ['a first day after the last', { from: '2026-04-01', to: '2026-03-01' }],
    ['a day that does not exist', { asOf: '2026-02-30' }],
    ['a day of a year that there never was', { from: '0000-01-01' }],
    ['a moment past all that can be written', { knownAt: '9999-12-31T23:59:59-01:00' }],
    ['an unknown parameter', { colour: 'red' }],
  ])('refuses %s', async (_what, question) => {
    await reporting.http.get('/v1/reports/store-comparison').query(question).expect(400);
  });

  it('counts what was told by a clock ahead of ours at once, and by moment only when a moment is asked for', async () => {
    const before = (await report()).totals.visits as number;
    const [now, tomorrow] = [0, 1].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
    await visit({ clientId: otherClient }, tomorrow!);
    await eventually(async () => expect((await report()).totals.visits).toBe(before + 1));
    expect((await report({ knownAt: now! })).totals.visits).toBe(before);
  });

  it('says in which currency each store counts, and that sums over several currencies have none', async () => {
    expect((await report()).totals.currency).toBe('CNY');
    const inMay = { knownAt: '2026-05-31T00:00:00.000Z' };
    const { position: _, ...knownInMay } = await report(inMay);
    const london = {
      ...told.storeOpened().data,
      storeId: 'ld-01',
      timeZone: 'Europe/London',
      currency: 'GBP',
    };
    await teller.tell(storeOpened, london, { recordedAt: '2026-06-01T02:00:00.000Z' });
    await eventually(async () => {
      const { rows, totals } = await report();
      const currencies = (rows as { storeId: string; currency: string }[]).map((row) => row.currency);
      expect([currencies, totals.currency]).toEqual([['CNY', 'GBP', 'CNY'], null]);
    });
    expect(await report(inMay)).toEqual({ ...knownInMay, position: expect.any(Number) });
  });

  it('calls a store what it was called as that was known then, the same to the byte when it is asked again', async () => {
    const named = async (question: Record<string, string>): Promise<string> => {
      const { position: _, ...answer } = await report({ ...question, to: '2026-06-30' });
      return JSON.stringify(answer);
    };
    const rename = (name: string, effectiveFrom: string, recordedAt: string) =>
      teller.tell(storeChanged, { storeId: 'bj-01', effectiveFrom, name }, { recordedAt });
    const asOf = '2026-06-30';
    const june = { asOf, knownAt: '2026-06-15T00:00:00.000Z' };
    const undated = { knownAt: '2026-06-15T00:00:00.000Z' };
    const before = [await named(june), await named(undated)];
    expect(before[0]).toContain('Wangfujing');
    await rename('Dongdan', '2026-06-01', '2026-06-20T02:00:00.000Z'); // learned late
    await rename('Xidan', '2099-01-01', '2026-06-21T02:00:00.000Z');
    await eventually(async () => expect(await named({})).toContain('Dongdan'));
    expect([await named(june), await named(undated)]).toEqual(before);
    const known = { knownAt: '2026-06-22T00:00:00.000Z' };
    expect(await named({ ...known, asOf: '2026-05-31' })).toContain('Wangfujing');
    expect(await named({ ...known, asOf: '2026-06-01' })).toContain('Dongdan');
    expect(await named({ ...known, asOf: '2099-01-01' })).toContain('Xidan');
    expect(await named(known)).toContain('Dongdan');
  });

  it('says how far all has come that it is made of, though one view of it is behind', async () => {
    const views = reporting.app.get(Views);
    await eventually(() => expect(new Set(views.status().map((one) => one.position)).size).toBe(1));
    const position = (await report()).position as number;
    const behind = jest.spyOn(views.find('client_link')!, 'tick').mockResolvedValue(false);
    await eventually(() => expect(behind).toHaveBeenCalled()); // what it followed before it has ended
    await visit({ completedOn: '2026-02-01' }, '2026-05-02T03:00:00.000Z');
    await eventually(async () => expect((await report({ to: '2026-02-28' })).totals.visits).toBe(1));
    expect(await report()).toMatchObject({ position });
    behind.mockRestore();
    await eventually(async () => expect(await report()).toMatchObject({ position: position + 1 }));
  });
});
