import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Code, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { REASONS, SuspectedDuplicatesQuery, type SuspectedGroup } from './suspected-duplicates.query.js';

class Wanted {
  /** Groups in which somebody is of this store. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

class SuspectedDuplicatesParameters extends IntersectionType(
  IntersectionType(Wanted, PageQuery),
  PositionQuery,
) {}

const suspectedGroup = z.strictObject({
  groupId: z.string().describe('The same as long as the same clients are in it'),
  because: z.array(z.enum(REASONS)).describe('What all of them have in common'),
  size: z.int(),
  clientIds: z.array(z.uuid()).readonly().describe('Of a large group the first fifty'),
});

@ApiTags('clients')
@Controller('v1/suspected-duplicates')
export class SuspectedDuplicatesController {
  constructor(private readonly duplicates: SuspectedDuplicatesQuery) {}

  @Get()
  @Allowed(...MANAGERS, 'privacy-officer')
  @ApiOperation({
    summary: 'Clients who may be one person: to be merged, or said to be two; ids only, no names',
  })
  @Answers(pageOf(suspectedGroup))
  list(
    @Query() { cursor = '', limit = 100, ...asked }: SuspectedDuplicatesParameters,
  ): Promise<Page<SuspectedGroup>> {
    return this.duplicates.list({ ...asked, cursor, limit });
  }
}
