import { createServer, type AddressInfo } from 'node:net';
import { StartFailure } from '../start-failure.js';

/** Fails early, before anything is started, when the port cannot be had. */
export const checkPort = (port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => {
      const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
      reject(new StartFailure(`Port ${port} ${why}: use --port N for another.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });

/** A port that nothing listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
