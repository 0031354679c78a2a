import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, OneOf, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { LEAD_CLASSES, LOSS_REASONS, type LeadClass } from '../client.events.js';
import { LEAD_STATES, type LeadRow, type LeadState } from './lead-list.projection.js';
import { LeadListQuery } from './lead-list.query.js';

class LeadListParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  @Optional()
  @OneOf(LEAD_CLASSES)
  class?: LeadClass;

  @Optional()
  @OneOf(LEAD_STATES)
  state?: LeadState;
}

const lead = z.strictObject({
  clientId: z.uuid(),
  storeId: z.string(),
  source: z.string().describe('How she learned of us'),
  class: z.enum(LEAD_CLASSES).nullable().describe('Null for one whom nobody has classed'),
  state: z.enum(LEAD_STATES).describe('What became of her'),
  addedAt: z.iso.datetime(),
  clientSince: z.iso.datetime().nullable(),
  leftOn: z.iso.date().nullable(),
  reason: z.enum(LOSS_REASONS).nullable().describe('Why she left'),
});

@ApiTags('clients')
@Controller('v1/leads')
export class LeadListController {
  constructor(private readonly leads: LeadListQuery) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS)
  @ApiOperation({
    summary: 'Leads and what became of them, the newest first; who they are is in their files',
  })
  @Answers(pageOf(lead))
  list(@Query() asked: LeadListParameters): Promise<Page<LeadRow>> {
    return this.leads.list(asked);
  }
}
