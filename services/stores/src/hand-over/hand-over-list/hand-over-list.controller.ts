import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { HandOverListQuery } from './hand-over-list.query.js';
import type { HandOverRow } from './hand-over-list.projection.js';

class HandOverParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

const goods = z.array(z.strictObject({ productId: z.string(), quantity: z.int() })).readonly();

@ApiTags('hand-overs')
@Controller('v1/hand-overs')
export class HandOverListController {
  constructor(private readonly handOvers: HandOverListQuery) {}

  @Get()
  @Allowed(...MANAGERS, ...STORE_STAFF, 'auditor')
  @ApiOperation({ summary: 'Shifts handed over in your stores, the newest first' })
  @Answers(
    pageOf(
      z.strictObject({
        handOverId: z.uuid(),
        storeId: z.string(),
        fromStaffId: z.uuid(),
        toStaffId: z.uuid(),
        goods,
        cashMinor: z.int(),
        open: z.array(z.string()).readonly(),
        handedOverAt: z.iso.datetime(),
        acceptedAt: z.iso.datetime().nullable(),
        differenceMinor: z.int().nullable(),
        missing: goods,
      }),
    ),
  )
  list(@Query() asked: HandOverParameters): Promise<Page<HandOverRow>> {
    return this.handOvers.list(asked);
  }
}
