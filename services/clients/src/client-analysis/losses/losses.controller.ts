import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import { Answers, Code, malformed, Month, Optional, PositionQuery } from '#libs/http';
import { LOSS_REASONS } from '../../client/client.events.js';
import { seesClients } from '../../client/client-roles.js';
import { SMALLEST_GROUP } from '../../client/small-groups.js';
import { withoutSmall } from './losses.js';
import { LossesQuery } from './losses.query.js';

class Wanted {
  /** Of this store; of each that the asker may see when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** The first month. */
  @Month()
  from!: string;

  /** The last month. */
  @Month()
  to!: string;
}

class LossesParameters extends IntersectionType(Wanted, PositionQuery) {}

const some = z.int().nonnegative();
const clients = some.nullable();

const losses = z.strictObject({
  months: z
    .array(
      z.strictObject({
        month: z.string(),
        storeId: z.string(),
        left: clients.describe('Clients who left in it'),
        reasons: z.partialRecord(z.enum(LOSS_REASONS), some).describe('Why, as far as it is known'),
        wonBackSince: clients.describe('Of these, who came back since'),
        wonBack: clients.describe('Who came back in it, whenever she had left'),
        leadsLost: clients.describe('Leads who were given up in it; they count nowhere else'),
      }),
    )
    .readonly(),
});

@ApiTags('clients')
@Controller('v1/client-losses')
export class LossesController {
  constructor(private readonly losses: LossesQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'consultant', 'hq-analyst')
  @ApiOperation({
    summary: `How many clients left, why, and how many came back, by store and month; to who sees no names, null for fewer than ${SMALLEST_GROUP}`,
  })
  @Answers(losses)
  async of(@Query() { from, to, storeId, minPosition }: LossesParameters): Promise<z.infer<typeof losses>> {
    if (from > to) throw malformed('to', 'must not be before from');
    const months = await this.losses.of(from, to, storeId, minPosition);
    return { months: seesClients(principal()!.role) ? months : months.map(withoutSmall) };
  }
}
