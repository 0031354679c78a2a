import { ChangeStoreController } from './change-store/change-store.controller.js';
import { ChangeStoreHandler } from './change-store/change-store.handler.js';
import { EndMedicalLicenceController } from './end-medical-licence/end-medical-licence.controller.js';
import { EndMedicalLicenceHandler } from './end-medical-licence/end-medical-licence.handler.js';
import { OpenStoreController } from './open-store/open-store.controller.js';
import { OpenStoreHandler } from './open-store/open-store.handler.js';
import { RecordMedicalLicenceController } from './record-medical-licence/record-medical-licence.controller.js';
import { RecordMedicalLicenceHandler } from './record-medical-licence/record-medical-licence.handler.js';
import { StoreListController } from './store-list/store-list.controller.js';
import { storeList } from './store-list/store-list.projection.js';
import { StoreListQuery } from './store-list/store-list.query.js';

export const storeSlices = {
  controllers: [
    OpenStoreController,
    ChangeStoreController,
    RecordMedicalLicenceController,
    EndMedicalLicenceController,
    StoreListController,
  ],
  providers: [
    OpenStoreHandler,
    ChangeStoreHandler,
    RecordMedicalLicenceHandler,
    EndMedicalLicenceHandler,
    StoreListQuery,
  ],
  views: [storeList],
};
