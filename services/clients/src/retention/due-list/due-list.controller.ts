import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { dayOf } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { Answers, Day, Optional, PageQuery } from '#libs/http';
import { CLOCK } from '#libs/service';
import { DueQuery } from '../due.query.js';
import { CHAIN, retentionRun } from '../retention-run.js';
import { refusal } from '../retention.answers.js';

class DueParameters extends PageQuery {
  /** In each store; today there, when left out. */
  @Optional()
  @Day()
  on?: string;
}

const dueClient = z.strictObject({
  clientId: z.uuid(),
  storeId: z.string(),
  status: z.enum(['lead', 'client']),
  lastOn: z.iso.date().describe('When she last came, or became what she is'),
  due: z.enum(['restrict', 'erase']),
  policyVersion: z.string(),
});

const dueList = z.strictObject({
  items: z.array(dueClient),
  nextCursor: z.string().nullable(),
  refused: refusal
    .nullable()
    .describe('Why nothing is done about it, where the last night that was tried was refused'),
});

@ApiTags('privacy')
@Controller('v1/retention/due')
export class DueListController {
  constructor(
    private readonly events: EventStore,
    private readonly due: DueQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page may have fewer than asked for; the last one has no cursor. */
  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({ summary: 'Whose data is to be restricted or erased on a day, before it is' })
  @Answers(dueList)
  async list(@Query() { on, cursor = '', limit = 100 }: DueParameters): Promise<z.infer<typeof dueList>> {
    const now = this.clock.now().toISOString();
    const { due, last } = await this.due.page((timeZone) => on ?? dayOf(now, timeZone), cursor, limit);
    const { state } = await this.events.load(retentionRun, CHAIN);
    const items = due.map(({ files: _files, ...one }) => one);
    return { items, nextCursor: last, refused: state.refusals.at(-1) ?? null };
  }
}
