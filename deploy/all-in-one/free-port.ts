import { createServer, type AddressInfo } from 'node:net';
import { StartFailure } from '../start-failure.js';

/** Fails early, before anything is started, when the port cannot be had. */
export const checkPort = (port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => {
      const failure =
        code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL'
          ? `HOST ${host} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all of them.`
          : `Port ${port} ${code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`}: use --port N for another.`;
      reject(new StartFailure(failure));
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
