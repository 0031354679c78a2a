import type { Decide } from '#libs/event-sourcing';
import { isOpenTo, OPEN_MS, type Health } from '../health.js';
import type { GlassBroken, HealthEvent } from '../health.events.js';

export class BreakGlass {
  constructor(readonly data: Omit<GlassBroken['data'], 'until'> & { readonly brokenAt: string }) {}
}

/** Opens the vault to one account for a quarter of an hour; while it is open, asking again changes nothing. */
export const breakGlass: Decide<BreakGlass, Health, HealthEvent> = ({ data }, health) => {
  const { brokenAt: occurredAt, ...told } = data;
  if (isOpenTo(health, told.by, occurredAt)) return [];
  const until = new Date(Date.parse(occurredAt) + OPEN_MS).toISOString();
  return [{ type: 'GlassBroken', occurredAt, storeId: told.storeId, data: { ...told, until } }];
};
