import { views } from '#libs/testing';
import { aStoreOpened } from '../../testing/store.builders.js';
import { storeList } from './store-list.projection.js';

describe('the list of stores', () => {
  it('shows a store as it was opened', () => {
    const opened = aStoreOpened();
    views(storeList).given(opened).thenRows(opened.data);
  });
});
