import { KnownStoresQuery } from './known-stores.query.js';
import { LearnGradeHandler } from './learn-grade/learn-grade.handler.js';
import { LearnGradeOnStoreChanged } from './learn-grade/on-store-changed.consumer.js';
import { LearnStoreHandler } from './learn-store/learn-store.handler.js';
import { LearnStoreOnStoreOpened } from './learn-store/on-store-opened.consumer.js';

export const knownStoreSlices = {
  controllers: [LearnStoreOnStoreOpened, LearnGradeOnStoreChanged],
  providers: [LearnStoreHandler, LearnGradeHandler, KnownStoresQuery],
};
