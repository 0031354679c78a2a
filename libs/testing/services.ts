import type { Type } from '@nestjs/common';
import supertest from 'supertest';
import type { Settings, StartedService } from '#libs/service';
import type { Clock } from '#libs/event-sourcing';
import { freshBaseUrl } from './databases.js';

export interface TestedService extends StartedService {
  /** Asks it over HTTP. */
  readonly http: ReturnType<typeof supertest>;
}

/** Starts a service's real module on real PostgreSQL; several share messages when they share `databaseUrl`. */
export const startForTest = async (
  module: Type,
  options: { databaseUrl?: string; clock?: Clock } & Partial<Settings> = {},
): Promise<TestedService> => {
  const { readSettings, start } = await import('#libs/service'); // late: specs that start no service need no Nest
  const settings = readSettings({ DATABASE_URL: options.databaseUrl ?? freshBaseUrl(), LOG_LEVEL: 'warn' });
  const started = await start(module, { ...settings, ...options });
  return { ...started, http: supertest(started.url) };
};
