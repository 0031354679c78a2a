import { views } from '#libs/testing';
import { storeOpened, visitCompleted } from '../../testing/message.builders.js';
import { storeName } from './store-name.projection.js';

describe('what a report calls a store', () => {
  it('is the name it was opened with', () => {
    views(storeName)
      .given(storeOpened(), visitCompleted())
      .thenRows({
        ...{ storeId: 'sh-01', name: 'Jing’an Temple', region: 'Shanghai', currency: 'CNY' },
        recordedAt: '2026-03-01T02:00:00.000Z',
      });
  });
});
