import { fileColumns } from './file-cells.js';

describe('columns of a file', () => {
  const { names, cellsOf } = fileColumns(['acquisition', 'preferences']);

  it('are named by section and field', () => {
    expect(names).toEqual([
      ...['acquisition.source', 'acquisition.cameBefore', 'acquisition.entry'],
      ...['preferences.spendingPreference', 'preferences.careTendency'],
      ...['preferences.likes', 'preferences.taboos'],
    ]);
  });

  it('hold what her file says, and are empty where it says nothing', () => {
    const file = {
      acquisition: { source: ' a friend ', cameBefore: false },
      preferences: { likes: ['rose; lily', 'tea'] },
      person: { age: 30 },
    };
    expect(cellsOf(file)).toEqual(['a friend', 'false', '', '', '', 'rose\\; lily; tea', '']);
    expect(cellsOf({})).toEqual(['', '', '', '', '', '', '']);
  });
});
