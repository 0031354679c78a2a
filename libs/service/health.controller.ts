import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Registry } from 'prom-client';
import { Running } from './running.js';

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly running: Running,
    private readonly metrics: Registry,
  ) {}

  @Get('health/live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('health/ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: string; troubles: string[] }> {
    const isReady = await this.running.isReady();
    void reply.status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not-ready', troubles: this.running.troubles() };
  }

  /** Prometheus asks at `/metrics`; under `operations` it is to be had through the gateway, too. */
  @Get(['metrics', 'operations/metrics'])
  @Header('content-type', 'text/plain; version=0.0.4')
  async read(): Promise<string> {
    return this.metrics.metrics();
  }
}
