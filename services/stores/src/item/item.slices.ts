import { MenuController } from './menu/menu.controller.js';
import { menu } from './menu/menu.projection.js';
import { MenuQuery } from './menu/menu.query.js';
import { OfferItemController } from './offer-item/offer-item.controller.js';
import { OfferItemHandler } from './offer-item/offer-item.handler.js';
import { PriceItemController } from './price-item/price-item.controller.js';
import { PriceItemHandler } from './price-item/price-item.handler.js';
import { RetireItemController } from './retire-item/retire-item.controller.js';
import { RetireItemHandler } from './retire-item/retire-item.handler.js';

export const itemSlices = {
  controllers: [OfferItemController, PriceItemController, RetireItemController, MenuController],
  providers: [OfferItemHandler, PriceItemHandler, RetireItemHandler, MenuQuery],
  views: [menu],
};
