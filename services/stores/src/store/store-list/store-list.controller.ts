import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { medicalLicence } from '#contracts/stores/medical';
import { Allowed, ANYBODY } from '#libs/access';
import { Answers, Day, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { GRADES, STORE_STATUSES } from '../store.events.js';
import { StoreListQuery, type StoreOnADay } from './store-list.query.js';

class StoreListParameters extends IntersectionType(PageQuery, PositionQuery) {}

class StoreParameters {
  /** Today in the store, when left out. */
  @Optional()
  @Day()
  on?: string;
}

const standing = {
  name: z.string(),
  region: z.string(),
  legalEntity: z.string(),
  grade: z.enum(GRADES),
  status: z.enum(STORE_STATUSES),
  openingHours: z
    .array(z.strictObject({ weekday: z.int(), opens: z.string(), closes: z.string() }))
    .readonly(),
  closedOn: z.array(z.iso.date()).readonly(),
  medicalLicence: medicalLicence.strict().nullable(),
};
const storeRow = z.strictObject({
  storeId: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  ...standing,
});
const storePage = storeRow.extend({ openedAt: z.iso.datetime(), version: z.int() });
const change = z.strictObject({
  effectiveFrom: z.iso.date(),
  reason: z.string(),
  changes: z.strictObject(standing).partial(),
});
const history = z.strictObject({ items: z.array(change).readonly() });

@ApiTags('stores')
@Controller('v1/stores')
export class StoreListController {
  constructor(private readonly stores: StoreListQuery) {}

  @Get()
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'Stores of the chain as they are today, by id' })
  @Answers(pageOf(storeRow))
  list(@Query() { cursor, limit, minPosition }: StoreListParameters): Promise<Page<StoreOnADay>> {
    return this.stores.list(cursor, limit, minPosition);
  }

  @Get(':storeId')
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'One store as it is, or as it was on a day' })
  @Answers(storePage)
  one(
    @Param('storeId') storeId: string,
    @Query() { on }: StoreParameters,
  ): Promise<z.infer<typeof storePage>> {
    return this.stores.one(storeId, on);
  }

  @Get(':storeId/changes')
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'What was decided for a store, from which day and why, in that order' })
  @Answers(history)
  async changes(@Param('storeId') storeId: string): Promise<z.infer<typeof history>> {
    return { items: await this.stores.changes(storeId) };
  }
}
