import { BadRequestException, Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Code, Month, Optional, PositionQuery } from '#libs/http';
import { LOSS_REASONS } from '../../client/client.events.js';
import { DeparturesQuery } from './departures.query.js';

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

class DeparturesParameters extends IntersectionType(Wanted, PositionQuery) {}

const clients = z.int().nonnegative();

const departures = z.strictObject({
  months: z
    .array(
      z.strictObject({
        month: z.string(),
        storeId: z.string(),
        left: clients.describe('Clients who left in it'),
        reasons: z.partialRecord(z.enum(LOSS_REASONS), clients).describe('Why, as far as it is known'),
        wonBackSince: clients.describe('Of these, who came back since'),
        wonBack: clients.describe('Who came back in it, whenever she had left'),
        leadsLost: clients.describe('Leads who were given up in it; they count nowhere else'),
      }),
    )
    .readonly(),
});

@ApiTags('clients')
@Controller('v1/client-departures')
export class DeparturesController {
  constructor(private readonly departures: DeparturesQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'consultant', 'hq-analyst')
  @ApiOperation({ summary: 'How many clients left, why, and how many came back, by store and month' })
  @Answers(departures)
  async of(
    @Query() { from, to, storeId, minPosition }: DeparturesParameters,
  ): Promise<z.infer<typeof departures>> {
    if (from > to)
      throw new BadRequestException({ errors: [{ field: 'to', faults: ['must not be before from'] }] });
    return { months: await this.departures.of(from, to, storeId, minPosition) };
  }
}
