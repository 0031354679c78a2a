import type { Type } from '@nestjs/common';
import { topicOf } from '#libs/contracts';
import type { Settings, StartedService } from '#libs/service';
import { EventStore } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { freshBaseUrl } from './databases.js';
import { eventually } from './eventually.js';
import {
  asking,
  TEST_ADMIN_PASSWORD,
  TEST_SERVICE_SECRET,
  testAccess,
  tokenOf,
  type Asking,
  type Somebody,
} from './signed-in.js';

export interface TestedService extends StartedService {
  /** Asks it over HTTP, as HQ admin. */
  readonly http: Asking;
  /** Asks as somebody else. */
  as(somebody: Somebody): Promise<Asking>;
  /** Asks without having signed in. */
  readonly unsigned: Asking;
  /** Waits until all that these other services have told by now has had its effect, and every view shows all that is recorded. */
  settled(...others: readonly string[]): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Starts a service's real module on real PostgreSQL; several share messages when they share `databaseUrl`. */
export const startForTest = async (
  module: Type,
  options: { databaseUrl?: string; clock?: Clock } & Partial<Settings> = {},
): Promise<TestedService> => {
  const { readSettings, Running, start, Views } = await import('#libs/service'); // late: specs that start no service need no Nest
  const settings = readSettings({ DATABASE_URL: options.databaseUrl ?? freshBaseUrl(), LOG_LEVEL: 'warn' });
  process.env['LIREN_ADMIN_PASSWORD'] ??= TEST_ADMIN_PASSWORD;
  const access = { serviceSecret: TEST_SERVICE_SECRET, accessSource: testAccess };
  const started = await start(module, { ...settings, ...access, ...options });
  return {
    ...started,
    http: asking(started.url, await tokenOf()),
    as: async (somebody) => asking(started.url, await tokenOf(somebody)),
    unsigned: asking(started.url),
    settled: async (...others) => {
      const [running, views] = [started.app.get(Running), started.app.get(Views)];
      const topics = others.map((name) => topicOf(`${name}.`));
      if (topics.length > 0)
        expect(await running.consumer!.unheardOf(topics, PATIENCE_MS)).toEqual(new Map());
      const head = await started.app.get(EventStore).head();
      const behind = () => views.status().filter(({ position }) => position < head);
      await eventually(() => expect(behind()).toEqual([]));
    },
  };
};
