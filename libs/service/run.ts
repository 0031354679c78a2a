import type { Type } from '@nestjs/common';
import { readSettings } from './settings.js';
import { start } from './start.js';

/** Runs one service as a process of its own, until it is told to stop. */
export const run = async (module: Type): Promise<void> => {
  try {
    const service = await start(module, readSettings(process.env));
    const stop = (): void => void service.stop().then(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
};
