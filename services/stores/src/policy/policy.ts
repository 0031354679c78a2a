import { isPolicyName, type PolicyName } from '#contracts/stores/policies';
import type { Effective } from '#libs/effective';
import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { PolicyEvent } from './policy.events.js';

export interface PolicyVersion extends Effective<Readonly<Record<string, unknown>>> {
  readonly version: number;
  readonly publishedAt: string;
  readonly fixed?: readonly string[];
}

/** Everything that was ever decided under one name, in that order. */
export type Policy = readonly PolicyVersion[];

export const policy: Aggregate<Policy, PolicyEvent> = {
  category: 'policy',
  initial: [],
  evolve: (versions, { type, data, occurredAt: publishedAt }) => {
    const { version, storeId, effectiveFrom } = data;
    const { value, fixed } = type === 'PolicyPublished' ? data : { value: null, fixed: undefined };
    const decided = { version, storeId, effectiveFrom, value, publishedAt };
    return [...versions, fixed === undefined ? decided : { ...decided, fixed }];
  },
};

/** Refuses a name that no part of Liren goes by. */
export const policyNamed = (name: string): PolicyName => {
  if (isPolicyName(name)) return name;
  throw new Rejection('unknown-policy', 'There is no policy of this name.', { name }, 'not-found');
};
