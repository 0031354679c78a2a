import { DescribeProductController } from './describe-product/describe-product.controller.js';
import { DescribeProductHandler } from './describe-product/describe-product.handler.js';
import { FinishBatchController } from './finish-batch/finish-batch.controller.js';
import { FinishBatchHandler } from './finish-batch/finish-batch.handler.js';
import { productBatch } from './product-list/product-batch.projection.js';
import { ProductListController } from './product-list/product-list.controller.js';
import { productList } from './product-list/product-list.projection.js';
import { ProductListQuery } from './product-list/product-list.query.js';
import { ProductSafetyController } from './product-safety/product-safety.controller.js';
import { ProductSafetyQuery } from './product-safety/product-safety.query.js';
import { ReceiveBatchController } from './receive-batch/receive-batch.controller.js';
import { ReceiveBatchHandler } from './receive-batch/receive-batch.handler.js';

export const productSlices = {
  controllers: [
    DescribeProductController,
    ReceiveBatchController,
    FinishBatchController,
    ProductSafetyController,
    ProductListController,
  ],
  providers: [
    DescribeProductHandler,
    ReceiveBatchHandler,
    FinishBatchHandler,
    ProductSafetyQuery,
    ProductListQuery,
  ],
  views: [productList, productBatch],
};
