import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Day, Optional, pageOf, PageQuery, type Page } from '#libs/http';
import { CLOCK } from '#libs/service';
import { DueQuery, type DueClient } from '../due.query.js';

class DueParameters extends PageQuery {
  /** Today when left out. */
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

@ApiTags('privacy')
@Controller('v1/retention/due')
export class DueListController {
  constructor(
    private readonly due: DueQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page may have fewer than asked for; the last one has no cursor. */
  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({ summary: 'Whose data is to be restricted or erased on a day, before it is' })
  @Answers(pageOf(dueClient))
  async list(@Query() { on, cursor = '', limit = 100 }: DueParameters): Promise<Page<DueClient>> {
    const day = on ?? this.clock.now().toISOString().slice(0, 10);
    const { due, last } = await this.due.page(day, cursor, limit);
    return { items: due, nextCursor: last };
  }
}
