import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed } from '#libs/access';
import { Answers, ParseId, PositionQuery } from '#libs/http';
import { SEES_CLIENTS } from '../../client/client-roles.js';
import { companionGroupAnswer } from './companion-group.answers.js';
import type { CompanionGroupRow } from './companion-group.projection.js';
import { CompanionsQuery } from './companions.query.js';

@ApiTags('clients')
@Controller('v1/companion-groups/:groupId')
export class CompanionGroupController {
  constructor(private readonly companions: CompanionsQuery) {}

  @Get()
  @Allowed(...SEES_CLIENTS)
  @ApiOperation({ summary: 'Who comes together, and whom the others follow' })
  @Answers(companionGroupAnswer)
  one(
    @Param('groupId', ParseId) groupId: string,
    @Query() { minPosition }: PositionQuery,
  ): Promise<CompanionGroupRow> {
    return this.companions.one(groupId, minPosition);
  }
}
