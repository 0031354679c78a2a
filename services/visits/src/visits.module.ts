import { Module } from '@nestjs/common';
import { service } from '#libs/service';
import { clientStream } from './client-stream/client-stream.projection.js';
import { LearnContraindicatedItemHandler } from './contraindicated-item/learn-contraindicated-item/learn-contraindicated-item.handler.js';
import { LearnContraindicatedItemOnItemOffered } from './contraindicated-item/learn-contraindicated-item/on-item-offered.consumer.js';
import { KnownStoresQuery } from './known-store/known-stores.query.js';
import { LearnStoreHandler } from './known-store/learn-store/learn-store.handler.js';
import { LearnStoreOnStoreOpened } from './known-store/learn-store/on-store-opened.consumer.js';
import { visitPublisher } from './publishing/visit.publisher.js';
import { RecordUnmatchedReturnController } from './unmatched-return/record-unmatched-return/record-unmatched-return.controller.js';
import { RecordUnmatchedReturnHandler } from './unmatched-return/record-unmatched-return/record-unmatched-return.handler.js';
import { ItemChecksQuery } from './visit/record-visit/item-checks.query.js';
import { RecordVisitController } from './visit/record-visit/record-visit.controller.js';
import { RecordVisitHandler } from './visit/record-visit/record-visit.handler.js';
import { RecordVisitsController } from './visit/record-visit/record-visits.controller.js';
import { ReturnGoodsController } from './visit/return-goods/return-goods.controller.js';
import { ReturnGoodsHandler } from './visit/return-goods/return-goods.handler.js';
import { VisitPageController } from './visit/visit-page/visit-page.controller.js';

@Module({
  imports: [service({ name: 'visits', publisher: visitPublisher, views: [clientStream], cachedStates: 500 })],
  controllers: [
    RecordVisitController,
    RecordVisitsController,
    ReturnGoodsController,
    RecordUnmatchedReturnController,
    VisitPageController,
    LearnStoreOnStoreOpened,
    LearnContraindicatedItemOnItemOffered,
  ],
  providers: [
    RecordVisitHandler,
    ReturnGoodsHandler,
    RecordUnmatchedReturnHandler,
    LearnStoreHandler,
    LearnContraindicatedItemHandler,
    ItemChecksQuery,
    KnownStoresQuery,
  ],
})
export class VisitsModule {}
