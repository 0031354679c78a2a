import { createServer } from 'node:net';
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
