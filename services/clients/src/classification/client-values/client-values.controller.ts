import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, malformed, type Page, PageQuery } from '#libs/http';
import { ABC } from '../abc.js';
import { ClientValuesQuery, type ClassedBy, type ClientValue } from '../client-values.query.js';
import { PaidPeriod } from '../paid-period.js';

class ClientValuesParameters extends IntersectionType(PaidPeriod, PageQuery) {}

const part = z.number().min(0).max(1);

const clientValue = z.strictObject({
  clientId: z.uuid(),
  class: z.enum(ABC),
  paidMinor: z.int().describe('Less what was given back in the period'),
  visits: z.int(),
  share: part.describe('Of what all paid'),
  cumulatedShare: part.describe('Of her and all who paid more'),
});

const clientValues = z.strictObject({
  items: z.array(clientValue).readonly(),
  nextCursor: z.string().nullable(),
  policyVersion: z.string(),
  currency: z.string().nullable().describe('Null where nothing was paid'),
});

/** What she paid, and who she is. */
const PLACE = /^\d{1,15} [0-9a-f-]{36}$/;

@ApiTags('clients')
@Controller('v1/client-values')
export class ClientValuesController {
  constructor(private readonly values: ClientValuesQuery) {}

  @Get()
  @Allowed(...MANAGERS)
  @ApiOperation({
    summary: 'Clients by what they paid in a period, in classes A, B and C; ids only, no names',
  })
  @Answers(clientValues)
  async list(
    @Query() { limit = 100, cursor, ...asked }: ClientValuesParameters,
  ): Promise<Page<ClientValue> & ClassedBy> {
    if (asked.from > asked.to) throw malformed('to', 'must not be before from');
    if (cursor !== undefined && !PLACE.test(cursor)) throw malformed('cursor', 'must be a nextCursor');
    return this.values.list(asked, { cursor, limit });
  }
}
