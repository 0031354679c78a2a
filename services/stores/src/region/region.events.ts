import type { DomainEvent } from '#libs/event-sourcing';

export type RegionDefined = DomainEvent<
  'RegionDefined',
  {
    regionId: string;
    name: string;
    /** The region it is a part of; null for one that is part of none. */
    parentId: string | null;
  }
>;

export type RegionEvent = RegionDefined;
