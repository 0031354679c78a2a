import { views } from '#libs/testing';
import { aStoreChanged, aStoreOpened } from '../../testing/store.builders.js';
import { storeList } from './store-list.projection.js';

const opened = aStoreOpened();

describe('the list of stores', () => {
  it('shows a store as it was opened', () => {
    const { occurredAt: openedAt } = opened;
    views(storeList)
      .given(opened)
      .thenRows({ storeId: 'sh-01', openedAt, opening: opened.data, changes: [] });
  });

  it('shows what was decided for it since, in that order', () => {
    const { storeId, ...change } = aStoreChanged().data;
    views(storeList)
      .given(opened, aStoreChanged(), aStoreChanged())
      .thenRows({ storeId, changes: [change, change] });
  });
});
