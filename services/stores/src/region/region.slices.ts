import { DefineRegionController } from './define-region/define-region.controller.js';
import { DefineRegionHandler } from './define-region/define-region.handler.js';
import { RegionListController } from './region-list/region-list.controller.js';

export const regionSlices = {
  controllers: [DefineRegionController, RegionListController],
  providers: [DefineRegionHandler],
};
