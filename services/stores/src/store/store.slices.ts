import { ChangeStoreController } from './change-store/change-store.controller.js';
import { ChangeStoreHandler } from './change-store/change-store.handler.js';
import { OpenStoreController } from './open-store/open-store.controller.js';
import { OpenStoreHandler } from './open-store/open-store.handler.js';
import { StoreListController } from './store-list/store-list.controller.js';
import { storeList } from './store-list/store-list.projection.js';
import { StoreListQuery } from './store-list/store-list.query.js';

export const storeSlices = {
  controllers: [OpenStoreController, ChangeStoreController, StoreListController],
  providers: [OpenStoreHandler, ChangeStoreHandler, StoreListQuery],
  views: [storeList],
};
