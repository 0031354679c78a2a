import type { Type } from '@nestjs/common';
import type { Logger } from 'pino';
import { openLog, type LogSettings } from './log/open-log.js';
import { serviceOf } from './service-of.js';
import { readSettings } from './settings.js';
import { start } from './start.js';

/** Runs one service as a process of its own, until it is told to stop. */
export const run = (module: Type): Promise<void> =>
  runLogged(serviceOf(module), readSettings, (settings, logger) => start(module, settings, logger));

/** Runs what has a log as a process of its own, until it is told to stop; its last lines are sent, too. */
export const runLogged = async <Settings extends LogSettings>(
  name: string,
  read: (env: NodeJS.ProcessEnv) => Settings,
  begin: (settings: Settings, logger: Logger) => Promise<{ stop(): Promise<void> }>,
): Promise<void> => {
  let closeLog = async (): Promise<void> => undefined;
  try {
    const settings = read(process.env);
    const log = openLog(name, settings);
    closeLog = log.close;
    const started = await begin(settings, log.logger);
    const stop = (): void =>
      void started
        .stop()
        .finally(closeLog)
        .then(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    console.error((error as Error).message);
    await closeLog();
    process.exit(1);
  }
};
