import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { PERSONALITIES } from '#contracts/clients/file-sections';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Code, Optional, PositionQuery } from '#libs/http';
import { SMALLEST_GROUP } from '../../client/small-groups.js';
import { PersonalitySizesQuery } from './personality-sizes.query.js';

class Wanted {
  /** Of this store; of each that the asker may see when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

class PersonalitySizesParameters extends IntersectionType(Wanted, PositionQuery) {}

const size = z.int().min(SMALLEST_GROUP).nullable().describe(`Null for fewer than ${SMALLEST_GROUP}`);

const personalitySizes = z.strictObject({
  stores: z
    .array(
      z.strictObject({
        storeId: z.string(),
        clients: size,
        personalities: z
          .record(z.enum(PERSONALITIES), size)
          .describe('A client who is of several counts for each'),
      }),
    )
    .readonly(),
});

@ApiTags('clients')
@Controller('v1/client-personality-sizes')
export class PersonalitySizesController {
  constructor(private readonly sizes: PersonalitySizesQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'consultant', 'hq-analyst')
  @ApiOperation({ summary: 'How many clients are of each personality, store by store; nothing of few' })
  @Answers(personalitySizes)
  async of(
    @Query() { storeId, minPosition }: PersonalitySizesParameters,
  ): Promise<z.infer<typeof personalitySizes>> {
    return { stores: await this.sizes.of(storeId, minPosition) };
  }
}
