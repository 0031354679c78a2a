import type { PolicyName, PolicyOf } from '#contracts/stores/policies';
import type { Effective } from '#libs/effective';
import type { Aggregate } from '#libs/event-sourcing';
import type { PolicyLearned } from './known-policy.events.js';

export interface KnownVersion<Value = unknown> extends Effective<Value> {
  readonly version: number;
}

/** All versions of one name, in the order in which they were decided. */
export type KnownPolicy<Name extends PolicyName = PolicyName> = readonly KnownVersion<PolicyOf<Name>>[];

export const knownPolicy: Aggregate<readonly KnownVersion[], PolicyLearned> = {
  category: 'known-policy',
  initial: [],
  evolve: (versions, { data: { name: _, ...version } }) =>
    [...versions, version].toSorted((one, other) => one.version - other.version),
};
