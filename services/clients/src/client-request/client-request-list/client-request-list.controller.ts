import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { Answers, OneOf, Optional, pageOf, PageQuery, PositionQuery, Uuid, type Page } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ASKERS, PROOFS, REFUSAL_REASONS, RELATIONS, REQUEST_KINDS } from '../client-request.events.js';
import { STATES, type State } from './client-request-list.projection.js';
import { ClientRequestListQuery, type ListedRequest } from './client-request-list.query.js';

class WantedRequests {
  /** All when left out; `overdue` are open ones whose last day is over, by UTC. */
  @Optional()
  @OneOf([...STATES, 'overdue'])
  state?: State | 'overdue';

  /** Of this client. */
  @Optional()
  @Uuid()
  clientId?: string;
}

class ClientRequestListParameters extends IntersectionType(WantedRequests, PageQuery, PositionQuery) {}

const request = z.strictObject({
  requestId: z.uuid(),
  clientId: z.uuid(),
  storeId: z.string(),
  kind: z.enum(REQUEST_KINDS),
  askedBy: z.enum(ASKERS),
  relation: z.enum(RELATIONS).nullable(),
  proofs: z.array(z.enum(PROOFS)).readonly(),
  madeOn: z.iso.date(),
  dueOn: z.iso.date().describe('The last day to answer'),
  state: z.enum(STATES),
  overdue: z.boolean(),
  answeredOn: z.iso.date().nullable(),
  reason: z.enum(REFUSAL_REASONS).nullable().describe('Why it was refused'),
});

@ApiTags('privacy')
@Controller('v1/client-requests')
export class ClientRequestListController {
  constructor(
    private readonly requests: ClientRequestListQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'store-manager', 'auditor')
  @ApiOperation({
    summary: 'What clients asked for about what is known of them; what is due first comes first',
  })
  @Answers(pageOf(request))
  list(
    @Query() { state, clientId, cursor, limit, minPosition }: ClientRequestListParameters,
  ): Promise<Page<ListedRequest>> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const wanted = state === 'overdue' ? { overdueOn: today } : state === undefined ? {} : { state };
    const whose = clientId === undefined ? {} : { clientId };
    return this.requests.list({ ...wanted, ...whose }, today, cursor, limit, minPosition);
  }
}
