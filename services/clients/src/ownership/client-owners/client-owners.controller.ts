import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import {
  Answers,
  Day,
  Optional,
  page,
  pageOf,
  PageQuery,
  ParseId,
  PositionQuery,
  type Page,
} from '#libs/http';
import { checkedDay } from '../asked-day.js';
import { owned } from '../owner.answers.js';
import { OwnershipQuery } from '../ownership.query.js';
import { ownersUntil, type Segment } from '../owners-until.js';

class ClientOwnersParameters extends IntersectionType(PageQuery, PositionQuery) {
  /** The last day, at the store; today when left out. */
  @Optional()
  @Day()
  on?: string;
}

const segment = owned.extend({
  from: z.iso.date().nullable().describe('Null for the first'),
  until: z.iso.date().nullable().describe('The day she was the next one’s; null for the latest'),
});

@ApiTags('clients')
@Controller('v1/clients/:clientId/owners')
export class ClientOwnersController {
  constructor(private readonly owners: OwnershipQuery) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration', 'service')
  @ApiOperation({
    summary: 'Whose client she was, one after the other, and what made it so; the latest first',
  })
  @Answers(pageOf(segment))
  async list(
    @Param('clientId', ParseId) clientId: string,
    @Query() { on, cursor, limit = 100, minPosition }: ClientOwnersParameters,
  ): Promise<Page<Segment>> {
    const { facts, today } = await this.owners.of(clientId, minPosition);
    const latestFirst = ownersUntil(facts, checkedDay(on, today)).reverse();
    const rest = latestFirst.filter(({ from }) => cursor === undefined || (from ?? '') < cursor);
    return page(rest.slice(0, limit + 1), limit, ({ from }) => from ?? '');
  }
}
