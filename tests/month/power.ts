import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';
import { MINUTE_MS } from './calendar.js';

/** The whole platform as a process on a clock that was moved; it only ever ends by `kill -9`. */
export interface Power {
  /** Starts it; its clock stands at this moment then. */
  begin(at: number): Promise<void>;
  /** Starts it and ends it again as soon as this is so, if need be before it is ready. */
  beginAndCut(at: number, when: () => Promise<boolean>): Promise<void>;
  /** Ends it wherever it happens to be, and starts it again ten minutes later. */
  cut(): Promise<void>;
  end(): Promise<void>;
  /** The one that runs; while it is away, the one that will. */
  platform(): Promise<PlatformProcess>;
  /** What its clock says. */
  now(): number;
}

const PATIENCE_MS = 120_000;

export const powerOf = (databaseUrl: string, folder: string): Power => {
  let offsetMs = 0;
  let running: Promise<PlatformProcess> | undefined;
  const start = (at: number): Promise<PlatformProcess> => {
    offsetMs = Math.round(at - Date.now());
    const clock = { LIREN_CLOCK_OFFSET_MS: String(offsetMs) };
    return startPlatformProcess({ env: { DATABASE_URL: databaseUrl, LIREN_DATA: folder, ...clock } });
  };
  const now = (): number => Date.now() + offsetMs;
  const begin = async (at: number): Promise<void> => {
    running = start(at);
    await running;
  };
  const end = async (): Promise<void> => {
    const ending = running;
    running = undefined;
    await (await ending)?.kill();
  };
  return {
    begin,
    end,
    now,
    beginAndCut: async (at, when) => {
      const starting = start(at).catch(() => undefined); // it may be ended before it is ready
      const isSo = await within(PATIENCE_MS, when);
      if (isSo) process.kill(Number(readFileSync(join(folder, 'liren.pid'), 'utf8')), 'SIGKILL');
      await (await starting)?.kill();
      if (!isSo) throw new Error('What the power was to be cut at did not happen.');
    },
    cut: async () => {
      const before = running;
      const again = (async () => {
        await (await before)?.kill();
        return start(now() + 10 * MINUTE_MS);
      })();
      running = again;
      await again;
    },
    platform: () => {
      if (running === undefined) throw new Error('The platform does not run.');
      return running;
    },
  };
};

/** Whether it is so in this time; looked at all the while. */
const within = async (ms: number, isSo: () => Promise<boolean>): Promise<boolean> => {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    if (await isSo()) return true;
    await sleep(1);
  }
  return false;
};
