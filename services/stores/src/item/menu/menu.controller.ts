import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { medical } from '#contracts/stores/medical';
import { Allowed, ANYBODY } from '#libs/access';
import { Answers, Code, Day, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { ITEM_KINDS } from '../item.events.js';
import { MenuQuery, type MenuItem } from './menu.query.js';

class ItemParameters {
  @Code({ example: 'sh-01' })
  storeId!: string;

  /** Today in the store, when left out. */
  @Optional()
  @Day()
  on?: string;
}

class MenuParameters extends IntersectionType(ItemParameters, PageQuery, PositionQuery) {}

const codes = z.array(z.string()).readonly();
const menuItem = z.strictObject({
  itemId: z.string(),
  name: z.string(),
  kind: z.enum(ITEM_KINDS),
  durationMinutes: z.int(),
  needs: codes,
  contraindications: codes,
  products: codes,
  medical: medical.strict().nullable(),
  priceMinor: z.int().nullable(),
  currency: z.string(),
});

@ApiTags('items')
@Controller('v1/items')
export class MenuController {
  constructor(private readonly menu: MenuQuery) {}

  @Get()
  @Allowed(...ANYBODY)
  @ApiOperation({
    summary:
      'What a store offers on a day, and what it costs there; nothing that it has no medical licence for',
  })
  @Answers(pageOf(menuItem))
  list(@Query() { cursor, limit, minPosition, ...asked }: MenuParameters): Promise<Page<MenuItem>> {
    return this.menu.list(asked, cursor, limit, minPosition);
  }

  @Get(':itemId')
  @Allowed(...ANYBODY)
  @ApiOperation({
    summary: 'One item as a store offers it on a day; 404 `not-on-the-menu`, or `licence-needed`',
  })
  @Answers(menuItem)
  one(@Param('itemId') itemId: string, @Query() asked: ItemParameters): Promise<MenuItem> {
    return this.menu.one(itemId, asked);
  }
}
