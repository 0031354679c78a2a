import { Module } from '@nestjs/common';
import { service } from '#libs/service';
import { storePublisher } from './publishing/store.publisher.js';
import { OpenStoreController } from './store/open-store/open-store.controller.js';
import { OpenStoreHandler } from './store/open-store/open-store.handler.js';
import { StoreListController } from './store/store-list/store-list.controller.js';
import { storeList } from './store/store-list/store-list.projection.js';
import { StoreListQuery } from './store/store-list/store-list.query.js';

@Module({
  imports: [service({ name: 'stores', publisher: storePublisher, views: [storeList] })],
  controllers: [OpenStoreController, StoreListController],
  providers: [OpenStoreHandler, StoreListQuery],
})
export class StoresModule {}
