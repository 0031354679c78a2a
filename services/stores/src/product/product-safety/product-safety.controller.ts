import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Code, Day, OneOf, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { licence } from '../licence.answers.js';
import { PRODUCT_FAULTS } from './product-safety.js';
import { ProductSafetyQuery, type ItemSafety } from './product-safety.query.js';

class SafetyParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Code({ example: 'sh-01' })
  storeId!: string;

  /** Today in the store, when left out. */
  @Optional()
  @Day()
  on?: string;

  /** Items with a product that something speaks against. */
  @Optional()
  @OneOf(['true', 'false'])
  flagged?: string;
}

@ApiTags('products')
@Controller('v1/products/safety')
export class ProductSafetyController {
  constructor(private readonly products: ProductSafetyQuery) {}

  @Get()
  @Allowed(...MANAGERS, ...STORE_STAFF, 'auditor')
  @ApiOperation({
    summary: 'Items of a store with the products they use up: licence, batches, what speaks against it',
  })
  @Answers(
    pageOf(
      z.strictObject({
        itemId: z.string(),
        products: z
          .array(
            z.strictObject({
              productId: z.string(),
              supplier: z.string().nullable(),
              licence,
              batches: z.array(z.strictObject({ batch: z.string(), expiresOn: z.iso.date() })).readonly(),
              faults: z.array(z.enum(PRODUCT_FAULTS)).readonly(),
            }),
          )
          .readonly(),
      }),
    ),
  )
  list(@Query() asked: SafetyParameters): Promise<Page<ItemSafety>> {
    return this.products.list(asked);
  }
}
