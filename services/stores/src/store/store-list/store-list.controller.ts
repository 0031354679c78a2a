import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { PageQuery, PositionQuery, type Page } from '#libs/http';
import type { StoreRow } from './store-list.projection.js';
import { StoreListQuery } from './store-list.query.js';

class StoreListParameters extends IntersectionType(PageQuery, PositionQuery) {}

@ApiTags('stores')
@Controller('v1/stores')
export class StoreListController {
  constructor(private readonly stores: StoreListQuery) {}

  @Get()
  @ApiOperation({ summary: 'Stores of the chain, by id' })
  list(@Query() { cursor, limit, minPosition }: StoreListParameters): Promise<Page<StoreRow>> {
    return this.stores.list(cursor, limit, minPosition);
  }

  @Get(':storeId')
  @ApiOperation({ summary: 'One store' })
  one(@Param('storeId') storeId: string): Promise<StoreRow & { openedAt: string; version: number }> {
    return this.stores.one(storeId);
  }
}
