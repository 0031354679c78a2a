import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE_MS, OPENINGS } from './calendar.js';
import type { Desk } from './desk.js';
import { WITH_TIMERS, type Logs } from './logs.js';
import type { Power } from './power.js';
import { salonDay } from './salon-day.js';

/** The power is cut at the end of every opening; at these, also in the middle of something. */
const CUT_WHILE_TIMERS_FIRE = [8, 15, 24];
const CUT_WHILE_VISITS_ARE_TOLD = [4, 11, 19];
const CUT_WHILE_STAFF_CALL = [13, 21];
/** On every third day, what was said last is still on its way when the power is cut. */
const endsInHaste = (opening: number): boolean => opening % 3 === 1;
const MID_MONTH = 20;

export interface Report {
  readonly knownAt: string;
  readonly rows: readonly object[];
  readonly totals: object;
}

export const reportAt = async (desk: Desk, asked: Record<string, string> = {}): Promise<Report> => {
  const { body } = await desk.get(`reports/store-comparison?${String(new URLSearchParams(asked))}`);
  return body as unknown as Report;
};

/** What was seen while the month was lived. */
export interface Seen {
  /** By opening and store: the tasks staff were shown as due. */
  readonly due: ReadonlyMap<string, string[]>;
  /** For each cut while timers fired: how many were still to fire. */
  readonly leftToFire: readonly number[];
  readonly midMonth: Report;
}

/** Lives through the month, one opening after the other; the platform runs on when it is over. */
export const liveMonth = async (power: Power, desk: Desk, logs: Logs): Promise<Seen> => {
  const due = new Map<string, string[]>();
  const leftToFire: number[] = [];
  let midMonth: Report | undefined;
  let cuts = 0;

  const settled = () => logs.settled(power.now);
  const fired = async (): Promise<number> => {
    const sql = `select count(*)::int as n from event where actor = 'timer'`;
    const counts = WITH_TIMERS.map((service) => logs.query<{ n: number }>(service, sql));
    return (await Promise.all(counts)).reduce((sum, [row]) => sum + row!.n, 0);
  };
  const begin = async (opening: number): Promise<void> => {
    const at = OPENINGS[opening]!;
    if (!CUT_WHILE_TIMERS_FIRE.includes(opening)) return power.begin(at);
    const before = await fired();
    await power.beginAndCut(at, async () => (await fired()) > before);
    const atCut = await fired();
    await power.begin(at + 10 * MINUTE_MS);
    await settled();
    leftToFire.push((await fired()) - atCut);
  };
  /** Cuts the power in the middle of it, each time a little later. */
  const cutDuring = async (work: Promise<void>): Promise<void> => {
    const cut = sleep((cuts += 1) * 3).then(() => power.cut());
    await Promise.all([work, cut]);
  };
  const live = async (opening: number): Promise<void> => {
    const day = salonDay(opening, desk);
    await begin(opening);
    if (opening === 0) await day.openStores();
    await day.introduce();
    const telling = day.tellVisits();
    await (CUT_WHILE_VISITS_ARE_TOLD.includes(opening) ? cutDuring(telling) : telling);
    await settled();
    await day.takeBackGoods();
    const shown = await day.tasksShown();
    for (const [storeId, tasks] of shown)
      due.set(
        `${opening} ${storeId}`,
        tasks.map((task) => `${task.visitId} day ${task.day}`),
      );
    const calling = day.call(shown);
    await (CUT_WHILE_STAFF_CALL.includes(opening) ? cutDuring(calling) : calling);
    await day.handleComplaints();
    if (!endsInHaste(opening)) await settled();
    if (opening === MID_MONTH) midMonth = await reportAt(desk);
  };

  for (const opening of OPENINGS.keys()) {
    await power.end();
    await live(opening);
  }
  await settled();
  return { due, leftToFire, midMonth: midMonth! };
};
