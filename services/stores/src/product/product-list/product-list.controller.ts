import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, ANYBODY } from '#libs/access';
import { Answers, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { licence } from '../licence.answers.js';
import type { ProductRow } from './product-list.projection.js';
import { ProductListQuery } from './product-list.query.js';

class ProductParameters extends IntersectionType(PageQuery, PositionQuery) {}

@ApiTags('products')
@Controller('v1/products')
export class ProductListController {
  constructor(private readonly products: ProductListQuery) {}

  @Get()
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'Products, who supplies them, and under which licence' })
  @Answers(pageOf(z.strictObject({ productId: z.string(), name: z.string(), supplier: z.string(), licence })))
  list(@Query() asked: ProductParameters): Promise<Page<ProductRow>> {
    return this.products.list(asked);
  }
}
