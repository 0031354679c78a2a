import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a server could listen on this port of 127.0.0.1 now. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** Whether that is so now or within `waitMs`. */
export const comesFree = async (port: number, waitMs: number): Promise<boolean> => {
  const deadline = performance.now() + waitMs;
  while (!(await isFree(port))) {
    if (performance.now() >= deadline) return false;
    await sleep(50);
  }
  return true;
};

/**
 * The first free port from `from` upwards. It stays below 32768, where systems take the ports of outgoing connections:
 * whoever polls a closed port there may be connected to itself.
 */
export const freePort = async (from: number): Promise<number> => {
  for (let port = from; port < 32_768; port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port from ${from} to 32767`);
};
