import { KnownItemsQuery } from './known-items.query.js';
import { LearnItemHandler } from './learn-item/learn-item.handler.js';
import { LearnItemOnItemOffered } from './learn-item/on-item-offered.consumer.js';
import { LearnRetirementHandler } from './learn-retirement/learn-retirement.handler.js';
import { LearnRetirementOnItemRetired } from './learn-retirement/on-item-retired.consumer.js';

export const knownItemSlices = {
  controllers: [LearnItemOnItemOffered, LearnRetirementOnItemRetired],
  providers: [LearnItemHandler, LearnRetirementHandler, KnownItemsQuery],
};
