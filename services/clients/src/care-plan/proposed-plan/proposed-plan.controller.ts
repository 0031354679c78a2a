import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, Day, Optional, ParseId, PositionQuery } from '#libs/http';
import { HEALTH_READERS } from '../../health/health-readers.js';
import { ITEM_KINDS } from '../../known-item/known-item.events.js';
import { Readings } from '../../reading/readings.process.js';
import { REASONS } from './proposed-plan.js';
import { ProposedPlanQuery, type ProposedPlan } from './proposed-plan.query.js';

class Wanted {
  /** The day it is for, at her store; today when left out. */
  @Optional()
  @Day()
  on?: string;
}

class ProposedPlanParameters extends IntersectionType(Wanted, PositionQuery) {}

const proposedPlan = z.strictObject({
  clientId: z.uuid(),
  on: z.iso.date(),
  policyVersion: z.string(),
  healthOpen: z
    .boolean()
    .describe('Without her consent neither her skin nor what is noted of her health counts: ask her'),
  proposals: z
    .array(
      z.strictObject({
        itemId: z.string(),
        name: z.string().nullable(),
        kind: z.enum(ITEM_KINDS).nullable(),
        because: z.array(z.strictObject({ what: z.enum(REASONS), value: z.string() })).readonly(),
        lastOn: z.iso.date().nullable().describe('When she had it last'),
        dueOn: z.iso
          .date()
          .nullable()
          .describe('When it would be good for her; null where nothing says how often'),
      }),
    )
    .readonly(),
});

@ApiTags('clients')
@Controller('v1/clients/:clientId/proposed-plan')
export class ProposedPlanController {
  constructor(
    private readonly plans: ProposedPlanQuery,
    private readonly readings: Readings,
  ) {}

  @Get()
  @Allowed(...HEALTH_READERS)
  @ApiOperation({
    summary:
      'What she may be offered, each with why, by the policy `care-plans`; nothing that is ruled out for her',
  })
  @Answers(proposedPlan)
  async of(
    @Param('clientId', ParseId) clientId: string,
    @Query() { on, minPosition }: ProposedPlanParameters,
  ): Promise<ProposedPlan> {
    const plan = await this.plans.of(clientId, on, minPosition);
    await this.readings.note({ clientIds: [clientId], what: 'file', purpose: 'care' });
    if (plan.healthOpen)
      await this.readings.note({ clientIds: [clientId], what: 'item-check', purpose: 'care' });
    return plan;
  }
}
