import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import { Answers, malformed } from '#libs/http';
import { seesClients } from '../../client/client-roles.js';
import { SMALLEST_GROUP } from '../../client/small-groups.js';
import { ABC } from '../abc.js';
import { ClientValuesQuery } from '../client-values.query.js';
import { PaidPeriod } from '../paid-period.js';
import { withoutSmall } from './value-sizes.js';

const figure = z.int().nullable();

const valueSizes = z.strictObject({
  policyVersion: z.string(),
  currency: z.string().nullable().describe('Null where nothing was paid'),
  clients: figure.describe('Who paid more than she got back'),
  paidMinor: figure,
  classes: z.array(z.strictObject({ class: z.enum(ABC), clients: figure, paidMinor: figure })).readonly(),
  clientsFor80Percent: figure.describe('How many it takes to bring 80 % of what was paid'),
  shareOfClientsFor80Percent: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Which part of all they are: 0.2 by the rule of 80 and 20'),
});

@ApiTags('clients')
@Controller('v1/client-value-sizes')
export class ValueSizesController {
  constructor(private readonly values: ClientValuesQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'hq-analyst', 'finance')
  @ApiOperation({
    summary: `How many clients of A, B and C paid how much in a period, and how many bring 80 %; to who sees no names, null for fewer than ${SMALLEST_GROUP}`,
  })
  @Answers(valueSizes)
  async of(@Query() asked: PaidPeriod): Promise<z.infer<typeof valueSizes>> {
    if (asked.from > asked.to) throw malformed('to', 'must not be before from');
    const sizes = await this.values.sizes(asked);
    return seesClients(principal()!.role) ? sizes : { ...sizes, ...withoutSmall(sizes) };
  }
}
