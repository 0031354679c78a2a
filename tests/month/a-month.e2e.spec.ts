import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#libs/service';
import { freshBaseUrl } from '#libs/testing';
import { DAY_MS, isAway, OPENINGS, STORES } from './calendar.js';
import { done, missed, nameOf, tasksDueIn, tasksNeverMade, withdrawn } from './counted-follow-ups.js';
import { goodsTakenBack, isTooLate } from './counted-goods.js';
import { figuresOf, isBreach, isToldAfterBreach } from './counted-month.js';
import { isRefused, rewards } from './counted-referrals.js';
import { deskAt } from './desk.js';
import { liveMonth, reportAt, type Seen } from './live-month.js';
import { complaints } from './lived-complaints.js';
import { introductions } from './lived-introductions.js';
import { visits } from './lived-month.js';
import { returns } from './lived-returns.js';
import { logsOf, WITH_TIMERS } from './logs.js';
import { powerOf } from './power.js';
import { namesOf, recordedTwice, without } from './recorded.js';

const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const APRIL = { from: '2026-04-01', to: '2026-04-30' };

describe('a month in three stores, on a platform that only ever ends by kill -9', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-month-'));
  const databaseUrl = freshBaseUrl();
  const power = powerOf(databaseUrl, folder);
  const logs = logsOf(databaseUrl);
  const desk = deskAt(power);
  let seen: Seen;

  beforeAll(async () => {
    seen = await liveMonth(power, desk, logs);
  }, 900_000); // four minutes, where nothing else goes on
  afterAll(async () => {
    await power.end();
    await logs.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('was eventful: visits, walk-ins, returns, and some that came too late', () => {
    expect(visits.length).toBeGreaterThan(150);
    expect(visits.filter(({ clientId }) => clientId === null).length).toBeGreaterThan(20);
    expect(goodsTakenBack.length).toBeGreaterThan(20);
    expect(goodsTakenBack.filter(({ undoesVisit }) => undoesVisit).length).toBeGreaterThan(10);
    expect(returns.filter(isTooLate).length).toBeGreaterThan(2);
  });

  it('was eventful: tasks done, missed, unneeded because she came, and never made because it was too late', () => {
    expect(done.length).toBeGreaterThan(100);
    expect(missed.length).toBeGreaterThan(100);
    expect(withdrawn.length).toBeGreaterThan(50);
    expect(tasksNeverMade.length).toBeGreaterThan(5);
  });

  it('was eventful: breaches, some while nothing ran for two days, and answers in time that were told too late', () => {
    const breaksIn = ({ openedIn }: (typeof complaints)[number]) => OPENINGS[openedIn]! + DAY_MS;
    expect(complaints.filter(isBreach).length).toBeGreaterThan(15);
    expect(complaints.filter((one) => isBreach(one) && isAway(breaksIn(one))).length).toBeGreaterThan(0);
    expect(complaints.filter((one) => !isBreach(one) && isToldAfterBreach(one)).length).toBeGreaterThan(4);
  });

  it('was eventful: introductions refused, rewards undone by a return, and earned again by the next visit', () => {
    expect(introductions.filter(isRefused).length).toBeGreaterThan(6);
    const given = rewards.filter(({ by }) => by === 1).map(({ introducedId }) => introducedId);
    expect(new Set(given).size).toBeGreaterThan(6);
    expect(rewards.length - given.length).toBeGreaterThan(2);
    expect(given.length - new Set(given).size).toBeGreaterThan(2);
  });

  it('lost power in the middle of requests, and in the middle of firing timers', () => {
    expect(desk.cutOff()).toBeGreaterThan(5);
    expect(Math.max(...seen.leftToFire)).toBeGreaterThan(5);
  });

  it('showed staff on each day just the tasks that an independent count says', () => {
    for (const opening of OPENINGS.keys())
      for (const { storeId } of STORES) {
        const name = `${opening} ${storeId}`;
        const counted = tasksDueIn(opening, storeId).map(nameOf).sort();
        expect([name, [...seen.due.get(name)!].sort()]).toEqual([name, counted]);
      }
  });

  it.each([
    ['all its days', {}],
    ['the first half', { asOf: '2026-03-28' }],
    ['the week in which clocks change', { from: '2026-03-29', to: '2026-04-05' }],
    ['the second half but the last days', { from: '2026-03-29', to: '2026-04-30', asOf: '2026-04-12' }],
  ])('compares the stores over %s as an independent count does', async (_, asked) => {
    const { rows, totals } = await reportAt(desk, asked);
    const { asOf, ...days } = { ...asked } as Record<string, string>;
    const counted = asOf === undefined ? days : { ...days, to: asOf };
    expect(rows).toMatchObject(
      STORES.map(({ storeId }) => ({ storeId, ...figuresOf({ storeId, ...counted }) })),
    );
    const { grossMinor, returnsMinor, netMinor, ...all } = figuresOf(counted); // of three currencies
    expect(totals).toMatchObject(all);
  });

  it('compares the stores month by month as an independent count does', async () => {
    const { rows } = await reportAt(desk, { by: 'month' });
    const counted = STORES.flatMap(({ storeId }) => [
      { storeId, month: '2026-03', ...figuresOf({ storeId, ...MARCH }) },
      { storeId, month: '2026-04', ...figuresOf({ storeId, ...APRIL }) },
    ]);
    expect(rows).toMatchObject(counted);
  });

  it('says of what was known in mid-month what it said then', async () => {
    const { knownAt, rows } = seen.midMonth;
    expect((await reportAt(desk, { knownAt })).rows).toEqual(rows);
    expect((await reportAt(desk)).rows).not.toEqual(rows);
  });

  it('fired each timer once, and left none', async () => {
    const facts = (type: string, where?: string) => namesOf(logs, 'follow-ups', type, where);
    const missesWithdrawn = await facts('TaskWithdrawn', `and data->>'wasMissed' = 'true'`);
    expect(missesWithdrawn.length).toBeGreaterThan(2);
    expect(without(await facts('TaskMissed'), missesWithdrawn)).toEqual(missed.map(nameOf).sort());
    const neededToTheEnd = [...done, ...missed].map(nameOf).sort();
    expect(without(await facts('TaskFellDue'), await facts('TaskWithdrawn'))).toEqual(neededToTheEnd);
    const breached = await namesOf(logs, 'complaints', 'ComplaintBreached');
    const breachesWithdrawn = await namesOf(logs, 'complaints', 'BreachWithdrawn');
    const counted = complaints.filter(isBreach).map(({ complaintId }) => complaintId);
    expect(without(breached, breachesWithdrawn)).toEqual(counted.sort());
    for (const service of WITH_TIMERS) expect(await logs.query(service, 'select * from timer')).toEqual([]);
  });

  it('recorded nothing twice', async () => {
    expect(await recordedTwice(logs)).toEqual([]);
  });

  it('left data of which all invariants hold', async () => {
    const program = join(projectRoot(), 'dist/deploy/verify/verify.js');
    const env = { ...process.env, DATABASE_URL: databaseUrl };
    const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
    expect(stdout).toContain('All that was shown holds.');
  }, 180_000);
});
