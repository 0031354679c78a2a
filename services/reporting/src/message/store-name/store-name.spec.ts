import { views } from '#libs/testing';
import { storeChanged, storeOpened, visitCompleted } from '../../testing/message.builders.js';
import { storeName } from './store-name.projection.js';

describe('the names of stores', () => {
  it('begin with the one it was opened with', () => {
    views(storeName)
      .given(storeOpened(), visitCompleted())
      .thenRows({
        ...{ storeId: 'sh-01', name: 'Jing’an Temple', region: 'Shanghai', currency: 'CNY' },
        recordedAt: '2026-03-01T02:00:00.000Z',
        ...{ timeZone: 'Asia/Shanghai', renamings: [] },
      });
  });

  it('are those that were decided since, each with its first day and when that was known', () => {
    const garden = storeChanged();
    const park = storeChanged({ name: 'Park', effectiveFrom: '2026-04-01' });
    const { occurredAt: recordedAt } = garden;
    views(storeName)
      .given(storeOpened(), garden, park)
      .thenRows({
        name: 'Jing’an Temple',
        renamings: [
          { name: 'Jing’an Garden', effectiveFrom: '2026-05-01', recordedAt },
          { name: 'Park', effectiveFrom: '2026-04-01', recordedAt },
        ],
      });
  });

  it('stay as they are where something else is changed', () => {
    const { data } = storeChanged({ grade: 'AA' });
    const { name: _, ...graded } = data;
    views(storeName)
      .given(storeOpened(), { ...storeChanged(), data: graded })
      .thenRows({ renamings: [] });
  });
});
