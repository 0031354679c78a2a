import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Registry } from 'prom-client';
import { Allowed, Open } from '#libs/access';
import { Running } from './running.js';

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly running: Running,
    private readonly metrics: Registry,
  ) {}

  @Open()
  @Get('health/live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Open()
  @Get('health/ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: string; troubles: string[] }> {
    const isReady = await this.running.isReady();
    void reply.status(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not-ready', troubles: this.running.troubles() };
  }

  /** Prometheus asks here, at the service itself. */
  @Open()
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  async read(): Promise<string> {
    return this.metrics.metrics();
  }

  /** The same, through the gateway. */
  @Allowed('hq-admin', 'auditor', 'integration')
  @Get('operations/metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  readThroughGateway(): Promise<string> {
    return this.metrics.metrics();
  }
}
