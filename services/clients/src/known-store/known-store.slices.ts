import { KnownStoresQuery } from './known-stores.query.js';
import { LearnChangeHandler } from './learn-change/learn-change.handler.js';
import { LearnChangeOnStoreChanged } from './learn-change/on-store-changed.consumer.js';
import { LearnStoreHandler } from './learn-store/learn-store.handler.js';
import { LearnStoreOnStoreOpened } from './learn-store/on-store-opened.consumer.js';

export const knownStoreSlices = {
  controllers: [LearnStoreOnStoreOpened, LearnChangeOnStoreChanged],
  providers: [LearnStoreHandler, LearnChangeHandler, KnownStoresQuery],
};
