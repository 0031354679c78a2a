import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { heldFact, heldFactOf, type HeldFact } from './held-fact.answers.js';
import { HeldFactsQuery } from './held-facts.query.js';

@ApiTags('operations')
@Controller('operations/held-facts')
export class HeldFactsController {
  constructor(private readonly held: HeldFactsQuery) {}

  @Get(':clientId')
  @Allowed('service')
  @ApiOperation({ summary: 'Every fact here that tells of a client, for the copy she is given' })
  @Answers(z.array(heldFact))
  async about(@Param('clientId', ParseId) clientId: string): Promise<HeldFact[]> {
    return (await this.held.about([clientId])).map(heldFactOf);
  }
}
