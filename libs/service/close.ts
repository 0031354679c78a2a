import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const GRACE_MS = 3_000;

/** Takes no more requests, answers those in hand, and hangs up on whoever has not sent or read his by then. */
export const close = async (app: NestFastifyApplication): Promise<void> => {
  const { server } = app.getHttpAdapter().getInstance();
  const hangUp = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(hangUp);
  }
};
