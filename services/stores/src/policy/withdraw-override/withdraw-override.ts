import { latest, scheduledAfter } from '#libs/effective';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { OverrideWithdrawn, PolicyEvent } from '../policy.events.js';
import type { Policy } from '../policy.js';

export class WithdrawOverride {
  constructor(readonly data: Omit<OverrideWithdrawn['data'], 'version'> & { readonly withdrawnAt: string }) {}
}

/** What has no override from that day on has none to withdraw. One that is published for later is withdrawn from there first. */
export const withdrawOverride: Decide<WithdrawOverride, Policy, PolicyEvent> = ({ data }, versions) => {
  const { withdrawnAt: occurredAt, ...withdrawn } = data;
  const { name, storeId, effectiveFrom } = withdrawn;
  const later = scheduledAfter(versions, storeId, effectiveFrom);
  if (later !== undefined) {
    const sentence = 'An override is published from a later day: withdraw it from that day first.';
    throw new Rejection('override-from-later', sentence, { name, storeId, effectiveFrom: later });
  }
  const own = latest(
    versions.filter((entry) => entry.storeId === storeId),
    effectiveFrom,
  );
  if (own === undefined || own.value === null) return [];
  const version = versions.length + 1;
  return [{ type: 'OverrideWithdrawn', occurredAt, storeId, data: { ...withdrawn, version } }];
};
