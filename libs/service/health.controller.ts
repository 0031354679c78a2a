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
  ready(@Res({ passthrough: true }) reply: FastifyReply): { status: string; troubles: string[] } {
    const troubles = this.running.troubles();
    void reply.status(troubles.length === 0 ? 200 : 503);
    return { status: troubles.length === 0 ? 'ready' : 'not-ready', troubles };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  async read(): Promise<string> {
    return this.metrics.metrics();
  }
}
