import { regions, withAllAbove } from './region.js';

describe('a region', () => {
  it('lies in all that are above it', () => {
    const known = [
      { regionId: 'china', name: '中国', parentId: null },
      { regionId: 'east', name: '华东', parentId: 'china' },
      { regionId: 'shanghai', name: '上海', parentId: 'east' },
    ].reduce(
      (before, data) =>
        regions.evolve(before, { type: 'RegionDefined', occurredAt: '2026-03-01T01:00:00.000Z', data }),
      regions.initial,
    );
    expect(withAllAbove(known, 'shanghai')).toEqual(['shanghai', 'east', 'china']);
    expect(withAllAbove(known, 'constructor')).toEqual(['constructor']);
  });
});
