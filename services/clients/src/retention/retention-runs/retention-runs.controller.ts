import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { EventStore, streamOf } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { Answers } from '#libs/http';
import type { RetentionKept } from '../retention-run.events.js';
import { CHAIN, retentionRun } from '../retention-run.js';

const run = z.strictObject({
  night: z.iso.date(),
  keptAt: z.iso.datetime(),
  restricted: z.int().nonnegative(),
  erased: z.int().nonnegative(),
});
type Run = z.infer<typeof run>;

const NIGHTS = 400;

@ApiTags('privacy')
@Controller('v1/retention/runs')
export class RetentionRunsController {
  constructor(private readonly events: EventStore) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({
    summary: 'What was restricted and erased each night, the last 400 nights, the latest first',
  })
  @Answers(z.strictObject({ items: z.array(run) }))
  async list(): Promise<{ items: Run[] }> {
    const { version } = await this.events.load(retentionRun, CHAIN);
    const stream = streamOf(retentionRun, CHAIN);
    const facts = await this.events.readStream(stream, Math.max(0, version - NIGHTS), NIGHTS);
    return { items: (facts as Recorded<RetentionKept>[]).map(runOf).reverse() };
  }
}

const runOf = ({ occurredAt: keptAt, data }: Recorded<RetentionKept>): Run => ({ keptAt, ...data });
