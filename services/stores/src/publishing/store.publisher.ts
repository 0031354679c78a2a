import { storeOpened } from '#contracts/stores/store-opened.v1';
import { tell, type Publisher } from '#libs/messaging';
import type { StoreEvent } from '../store/store.events.js';

export const storePublisher: Publisher<StoreEvent> = {
  StoreOpened: ({ data, occurredAt }) => tell(storeOpened, { ...data, openedAt: occurredAt }),
};
