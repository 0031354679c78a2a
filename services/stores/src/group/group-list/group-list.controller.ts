import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, OneOf, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { DUTIES, GROUP_KINDS, PLACES } from '../group.events.js';
import type { GroupRow } from './group-list.projection.js';
import { GroupListQuery } from './group-list.query.js';

class GroupParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Optional()
  @OneOf(GROUP_KINDS)
  kind?: string;

  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

const spell = z.strictObject({
  staffId: z.uuid(),
  as: z.enum(PLACES),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
});

@ApiTags('groups')
@Controller('v1/groups')
export class GroupListController {
  constructor(private readonly groups: GroupListQuery) {}

  @Get()
  @Allowed(...MANAGERS, ...STORE_STAFF, 'finance', 'auditor')
  @ApiOperation({
    summary: 'Departments and groups for client relations, with who is in them and since when',
  })
  @Answers(
    pageOf(
      z.strictObject({
        groupId: z.string(),
        name: z.string(),
        kind: z.enum(GROUP_KINDS),
        duties: z.array(z.enum(DUTIES)).readonly(),
        storeId: z.string().nullable(),
        region: z.string().nullable(),
        people: z.array(spell).readonly(),
      }),
    ),
  )
  list(@Query() asked: GroupParameters): Promise<Page<GroupRow>> {
    return this.groups.list(asked);
  }
}
