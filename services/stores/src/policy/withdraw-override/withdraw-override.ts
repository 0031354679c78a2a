import { latest } from '#libs/effective';
import type { Decide } from '#libs/event-sourcing';
import type { OverrideWithdrawn, PolicyEvent } from '../policy.events.js';
import type { Policy } from '../policy.js';

export class WithdrawOverride {
  constructor(readonly data: Omit<OverrideWithdrawn['data'], 'version'> & { readonly withdrawnAt: string }) {}
}

/** What has no override on that day has none to withdraw. */
export const withdrawOverride: Decide<WithdrawOverride, Policy, PolicyEvent> = ({ data }, versions) => {
  const { withdrawnAt: occurredAt, ...withdrawn } = data;
  const { storeId, effectiveFrom } = withdrawn;
  const own = latest(
    versions.filter((entry) => entry.storeId === storeId),
    effectiveFrom,
  );
  if (own === undefined || own.value === null) return [];
  const version = versions.length + 1;
  return [{ type: 'OverrideWithdrawn', occurredAt, storeId, data: { ...withdrawn, version } }];
};
