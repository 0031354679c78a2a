import { LearnItemHandler } from './learn-item/learn-item.handler.js';
import { LearnItemOnItemOffered } from './learn-item/on-item-offered.consumer.js';

export const knownItemSlices = {
  controllers: [LearnItemOnItemOffered],
  providers: [LearnItemHandler],
};
