import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, PositionQuery, WholeNumber } from '#libs/http';
import { LeftForAbroadQuery, type CountedAbroad } from './left-for-abroad.query.js';

class Year {
  /** In UTC. */
  @WholeNumber({ min: 2000, max: 9999 })
  year!: number;
}

class LeftForAbroadParameters extends IntersectionType(Year, PositionQuery) {}

const clients = z.int().nonnegative();

@ApiTags('clients')
@Controller('v1/client-exports/abroad')
export class LeftForAbroadController {
  constructor(private readonly left: LeftForAbroadQuery) {}

  @Get()
  @Allowed('hq-admin', 'privacy-officer', 'auditor')
  @ApiOperation({
    summary: 'How many people’s data left for abroad in a year, and of how many sensitive data',
  })
  @Answers(
    z.strictObject({
      year: z.int(),
      clients: clients.describe('People, each once'),
      sensitive: clients.describe('Of these, with something of their health, or not of the age of consent'),
    }),
  )
  count(@Query() { year, minPosition }: LeftForAbroadParameters): Promise<CountedAbroad> {
    return this.left.in(year, minPosition);
  }
}
