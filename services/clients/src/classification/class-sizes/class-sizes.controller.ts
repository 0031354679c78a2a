import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import { Answers, Code, Day, Optional, PositionQuery } from '#libs/http';
import { seesClients } from '../../client/client-roles.js';
import { SMALLEST_GROUP } from '../../client/small-groups.js';
import { FREQUENCIES } from '../classify.js';
import { withoutSmall } from './class-sizes.js';
import { ClassSizesQuery } from './class-sizes.query.js';

class Wanted {
  /** Of this store; of each that the asker may see when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** The day clients are classed on, at their store. */
  @Day()
  on!: string;
}

class ClassSizesParameters extends IntersectionType(Wanted, PositionQuery) {}

const clients = z.int().nonnegative().nullable();

const classSizes = z.strictObject({
  on: z.iso.date(),
  stores: z
    .array(
      z.strictObject({
        storeId: z.string(),
        policyVersion: z.string().describe('By which its clients are classed'),
        clients: clients.describe('All of the store, whether they ever came or not'),
        frequency: z.record(z.enum(FREQUENCIES), clients).describe('By how often they come'),
        annualSpend: z
          .record(z.string(), clients)
          .describe('By a year’s spending, as the store’s grade has it'),
        unclassed: clients.describe('Below every class of spending, or of a store without a known grade'),
        vip: clients,
      }),
    )
    .readonly(),
});

@ApiTags('clients')
@Controller('v1/client-class-sizes')
export class ClassSizesController {
  constructor(private readonly sizes: ClassSizesQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'consultant', 'hq-analyst', 'finance')
  @ApiOperation({
    summary: `How many clients are of each class on a day, store by store; to who sees no names, null for fewer than ${SMALLEST_GROUP}`,
  })
  @Answers(classSizes)
  async of(@Query() { on, storeId, minPosition }: ClassSizesParameters): Promise<z.infer<typeof classSizes>> {
    const stores = await this.sizes.of(on, storeId, minPosition);
    if (seesClients(principal()!.role)) return { on, stores };
    return { on, stores: stores.map((store) => ({ ...store, ...withoutSmall(store) })) };
  }
}
