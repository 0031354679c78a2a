import { storeOpened } from '#contracts/stores/store-opened.v1';
import type { DataOf, Message } from '#libs/contracts';
import { aMessage } from './message.builders.js';

export const OPENED = storeOpened.type;

/** A message that keeps its contract: a store of the chain was opened. */
export const aStoreOpened = (storeId = 'sh-01', more: Partial<Message> = {}): Message => {
  const data: DataOf<typeof storeOpened> = {
    storeId,
    name: 'Jing’an Temple',
    region: 'Shanghai',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    legalEntity: '',
    grade: 'A',
    openedAt: '2026-03-01T09:00:00.000Z',
  };
  return aMessage({ type: OPENED, key: storeId, data, ...more });
};
