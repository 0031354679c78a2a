import { decisions } from '#libs/testing';
import type { RegionDefined } from '../region.events.js';
import { regions } from '../region.js';
import { DefineRegion, defineRegion } from './define-region.js';

const spec = decisions(regions, defineRegion);
const occurredAt = '2026-03-01T01:00:00.000Z';
const region = (regionId: string, parentId: string | null = null, name = regionId): RegionDefined => ({
  type: 'RegionDefined',
  occurredAt,
  data: { regionId, name, parentId },
});
const defining = (...of: Parameters<typeof region>) =>
  new DefineRegion({ ...region(...of).data, definedAt: occurredAt });

describe('defining a region', () => {
  it('names it and puts it within another', () => {
    spec.given(region('east')).when(defining('shanghai', 'east')).then(region('shanghai', 'east'));
  });

  it('names it otherwise, and changes nothing when it is so already', () => {
    spec
      .given(region('east'))
      .when(defining('east', null, '华东'))
      .then(region('east', null, '华东'));
    spec.given(region('east')).when(defining('east')).thenNothing();
  });

  it('refuses to put it within itself, or within one nobody knows', () => {
    spec.given().when(defining('east', 'east')).thenRefused('region-within-itself');
    spec
      .given(region('east'), region('shanghai', 'east'))
      .when(defining('east', 'shanghai'))
      .thenRefused('region-within-itself');
    spec.given().when(defining('shanghai', 'constructor')).thenRefused('unknown-region');
  });
});
