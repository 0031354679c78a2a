import { isPolicyName, type PolicyName } from '#contracts/stores/policies';
import type { Effective } from '#libs/effective';
import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { PolicyEvent } from './policy.events.js';

export interface PolicyVersion extends Effective<Readonly<Record<string, unknown>>> {
  readonly version: number;
  readonly publishedAt: string;
}

/** Everything that was ever decided under one name, in that order. */
export type Policy = readonly PolicyVersion[];

export const policy: Aggregate<Policy, PolicyEvent> = {
  category: 'policy',
  initial: [],
  evolve: (versions, { type, data, occurredAt: publishedAt }) => {
    const { version, storeId, effectiveFrom } = data;
    const value = type === 'PolicyPublished' ? data.value : null;
    return [...versions, { version, storeId, effectiveFrom, value, publishedAt }];
  },
};

/** Refuses a name that no part of Liren goes by. */
export const policyNamed = (name: string): PolicyName => {
  if (isPolicyName(name)) return name;
  throw new Rejection('unknown-policy', 'There is no policy of this name.', { name }, 'not-found');
};
