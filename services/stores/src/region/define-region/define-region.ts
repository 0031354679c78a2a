import { Rejection, type Decide } from '#libs/event-sourcing';
import type { RegionDefined, RegionEvent } from '../region.events.js';
import type { Regions } from '../region.js';

export class DefineRegion {
  constructor(readonly data: RegionDefined['data'] & { readonly definedAt: string }) {}
}

/** A region is named and put in its place; again, to name it otherwise or to move it with all it holds. */
export const defineRegion: Decide<DefineRegion, Regions, RegionEvent> = ({ data }, regions) => {
  const { definedAt: occurredAt, ...region } = data;
  const before = Object.hasOwn(regions, region.regionId) ? regions[region.regionId] : undefined;
  if (before?.name === region.name && before.parentId === region.parentId) return [];
  checkPlace(region, regions);
  return [{ type: 'RegionDefined', occurredAt, data: region }];
};

const checkPlace = ({ regionId, parentId }: RegionDefined['data'], regions: Regions): void => {
  for (let above = parentId; above !== null; above = regions[above]!.parentId) {
    if (above === regionId) {
      throw new Rejection('region-within-itself', 'A region cannot lie within itself.', { regionId });
    }
    if (!Object.hasOwn(regions, above)) {
      throw new Rejection('unknown-region', 'There is no region with this id.', { regionId: above });
    }
  }
};
