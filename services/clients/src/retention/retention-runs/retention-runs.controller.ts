import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { EventStore, streamOf } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { Answers } from '#libs/http';
import type { RetentionRunEvent } from '../retention-run.events.js';
import { CHAIN, retentionRun } from '../retention-run.js';
import { refusal } from '../retention.answers.js';

const at = z.iso.datetime();

const run = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('kept'),
    night: z.iso.date(),
    keptAt: at,
    restricted: z.int().nonnegative(),
    erased: z.int().nonnegative(),
  }),
  refusal.extend({ outcome: z.literal('refused'), refusedAt: at }),
  z.strictObject({
    outcome: z.literal('confirmed'),
    day: z.iso.date(),
    reason: z.string(),
    confirmedBy: z.string().nullable(),
    confirmedAt: at,
  }),
]);
type Run = z.infer<typeof run>;

const LATEST = 400;

@ApiTags('privacy')
@Controller('v1/retention/runs')
export class RetentionRunsController {
  constructor(private readonly events: EventStore) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({
    summary:
      'What was restricted and erased each night, why nothing was, and who said which day it is: the latest 400, the latest first',
  })
  @Answers(z.strictObject({ items: z.array(run) }))
  async list(): Promise<{ items: Run[] }> {
    const { version } = await this.events.load(retentionRun, CHAIN);
    const stream = streamOf(retentionRun, CHAIN);
    const facts = await this.events.readStream(stream, Math.max(0, version - LATEST), LATEST);
    return { items: (facts as Recorded<RetentionRunEvent>[]).map(runOf).reverse() };
  }
}

const runOf = (fact: Recorded<RetentionRunEvent>): Run => {
  const { occurredAt: when } = fact;
  switch (fact.type) {
    case 'RetentionKept':
      return { outcome: 'kept', keptAt: when, ...fact.data };
    case 'RetentionRefused':
      return { outcome: 'refused', refusedAt: when, ...fact.data };
    case 'DayConfirmed':
      return { outcome: 'confirmed', confirmedAt: when, confirmedBy: fact.actor, ...fact.data };
  }
};
