import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, ANYBODY } from '#libs/access';
import { Answers, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import type { StoreRow } from './store-list.projection.js';
import { StoreListQuery } from './store-list.query.js';

class StoreListParameters extends IntersectionType(PageQuery, PositionQuery) {}

const storeRow = z.strictObject({
  storeId: z.string(),
  name: z.string(),
  region: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  legalEntity: z.string(),
  grade: z.string(),
});

@ApiTags('stores')
@Controller('v1/stores')
export class StoreListController {
  constructor(private readonly stores: StoreListQuery) {}

  @Get()
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'Stores of the chain, by id' })
  @Answers(pageOf(storeRow))
  list(@Query() { cursor, limit, minPosition }: StoreListParameters): Promise<Page<StoreRow>> {
    return this.stores.list(cursor, limit, minPosition);
  }

  @Get(':storeId')
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'One store' })
  @Answers(storeRow.extend({ openedAt: z.iso.datetime(), version: z.int() }))
  one(@Param('storeId') storeId: string): Promise<StoreRow & { openedAt: string; version: number }> {
    return this.stores.one(storeId);
  }
}
