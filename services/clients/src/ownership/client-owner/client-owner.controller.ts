import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Day, OneOf, Optional, ParseId, PositionQuery } from '#libs/http';
import { checkedDay } from '../asked-day.js';
import { ownedSince as ownedSinceAnswer } from '../owner.answers.js';
import { RULES, type Rule } from '../ownership-policy.js';
import { OwnershipQuery } from '../ownership.query.js';
import { ownedSince } from '../owners-until.js';

class ClientOwnerParameters extends PositionQuery {
  /** The day at the store; today when left out. */
  @Optional()
  @Day()
  on?: string;

  /** Whose she would be, had this rule always held, with the figures of the policy. */
  @Optional()
  @OneOf(RULES)
  policy?: Rule;
}

const clientOwner = ownedSinceAnswer.extend({
  clientId: z.uuid(),
  on: z.iso.date(),
  whatIf: ownedSinceAnswer.nullable().describe('By the rule that was asked for'),
});

@ApiTags('clients')
@Controller('v1/clients/:clientId/owner')
export class ClientOwnerController {
  constructor(private readonly owners: OwnershipQuery) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration', 'service')
  @ApiOperation({ summary: 'Whose client she is at the end of a day, since when and why' })
  @Answers(clientOwner)
  async on(
    @Param('clientId', ParseId) clientId: string,
    @Query() { on, policy, minPosition }: ClientOwnerParameters,
  ): Promise<z.infer<typeof clientOwner>> {
    const { facts, today } = await this.owners.of(clientId, minPosition);
    const day = checkedDay(on, today);
    const whatIf = policy === undefined ? null : ownedSince(facts, day, policy);
    return { clientId, on: day, ...ownedSince(facts, day), whatIf };
  }
}
