import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Upstreams } from '../routes.js';
import { FETCH, UPSTREAMS } from './upstreams.js';

interface ServiceHealth {
  readonly status: string;
  readonly troubles: readonly string[];
}

const PATIENCE_MS = 3_000;

@Controller('health')
export class HealthController {
  constructor(
    @Inject(UPSTREAMS) private readonly upstreams: Upstreams,
    @Inject(FETCH) private readonly ask: typeof fetch,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** 200 only when every service is ready. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{
    status: string;
    services: Record<string, ServiceHealth>;
  }> {
    const asked = Object.entries(this.upstreams).map(
      async ([name, url]) => [name, await healthOf(this.ask, url)] as const,
    );
    const services = Object.fromEntries(await Promise.all(asked));
    const isReady = Object.values(services).every(({ status }) => status === 'ready');
    void reply.status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not-ready', services };
  }
}

const healthOf = async (ask: typeof fetch, url: string): Promise<ServiceHealth> => {
  try {
    const answer = await ask(`${url}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return (await answer.json()) as ServiceHealth;
  } catch {
    return { status: 'away', troubles: ['does not answer'] };
  }
};
