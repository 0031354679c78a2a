import { Module } from '@nestjs/common';
import { service, together } from '#libs/service';
import { appointmentSlices } from './appointment/appointment.slices.js';
import { clientStream } from './client-stream/client-stream.projection.js';
import { ItemChecksQuery } from './contraindicated-item/item-checks.query.js';
import { LearnContraindicatedItemHandler } from './contraindicated-item/learn-contraindicated-item/learn-contraindicated-item.handler.js';
import { LearnContraindicatedItemOnItemOffered } from './contraindicated-item/learn-contraindicated-item/on-item-offered.consumer.js';
import { LearnItemHandler } from './known-item/learn-item/learn-item.handler.js';
import { LearnItemOnItemOffered } from './known-item/learn-item/on-item-offered.consumer.js';
import { LicenceChecksQuery } from './known-item/licence-checks.query.js';
import { KnownStoresQuery } from './known-store/known-stores.query.js';
import { LearnLicenceHandler } from './known-store/learn-licence/learn-licence.handler.js';
import { LearnLicenceOnStoreChanged } from './known-store/learn-licence/on-store-changed.consumer.js';
import { LearnStoreHandler } from './known-store/learn-store/learn-store.handler.js';
import { LearnStoreOnStoreOpened } from './known-store/learn-store/on-store-opened.consumer.js';
import { visitPublisher } from './publishing/visit.publisher.js';
import { RecordUnmatchedReturnController } from './unmatched-return/record-unmatched-return/record-unmatched-return.controller.js';
import { RecordUnmatchedReturnHandler } from './unmatched-return/record-unmatched-return/record-unmatched-return.handler.js';
import { RecordVisitController } from './visit/record-visit/record-visit.controller.js';
import { RecordVisitHandler } from './visit/record-visit/record-visit.handler.js';
import { RecordVisitsController } from './visit/record-visit/record-visits.controller.js';
import { ReturnGoodsController } from './visit/return-goods/return-goods.controller.js';
import { ReturnGoodsHandler } from './visit/return-goods/return-goods.handler.js';
import { VisitPageController } from './visit/visit-page/visit-page.controller.js';

const visitSlices = {
  controllers: [
    RecordVisitController,
    RecordVisitsController,
    ReturnGoodsController,
    RecordUnmatchedReturnController,
    VisitPageController,
    LearnStoreOnStoreOpened,
    LearnLicenceOnStoreChanged,
    LearnContraindicatedItemOnItemOffered,
    LearnItemOnItemOffered,
  ],
  providers: [
    RecordVisitHandler,
    ReturnGoodsHandler,
    RecordUnmatchedReturnHandler,
    LearnStoreHandler,
    LearnLicenceHandler,
    LearnContraindicatedItemHandler,
    LearnItemHandler,
    ItemChecksQuery,
    LicenceChecksQuery,
    KnownStoresQuery,
  ],
};

const { controllers, providers, views } = together(appointmentSlices, visitSlices, { views: [clientStream] });

@Module({
  imports: [service({ name: 'visits', publisher: visitPublisher, views, cachedStates: 500 })],
  controllers,
  providers,
})
export class VisitsModule {}
