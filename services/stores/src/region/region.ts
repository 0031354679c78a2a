import type { Aggregate } from '#libs/event-sourcing';
import type { RegionDefined, RegionEvent } from './region.events.js';

/** All regions are one tree, so that none can come to lie within itself. */
export type Regions = Readonly<Record<string, RegionDefined['data']>>;

export const CHAIN = 'chain';

export const regions: Aggregate<Regions, RegionEvent> = {
  category: 'regions',
  initial: {},
  evolve: (before, { data }) => ({ ...before, [data.regionId]: data }),
};

/** A region and all that it lies in, the nearest first. */
export const withAllAbove = (known: Regions, regionId: string): string[] => {
  const above: string[] = [];
  for (let at: string | null = regionId; at !== null && !above.includes(at);) {
    above.push(at);
    at = Object.hasOwn(known, at) ? known[at]!.parentId : null;
  }
  return above;
};
