import type { Decide } from '#libs/event-sourcing';
import type { PolicyLearned } from '../known-policy.events.js';
import type { KnownVersion } from '../known-policy.js';

export class LearnPolicy {
  constructor(readonly data: PolicyLearned['data'] & { readonly publishedAt: string }) {}
}

/** A version never changes, so it is learned once. */
export const learnPolicy: Decide<LearnPolicy, readonly KnownVersion[], PolicyLearned> = (
  { data },
  versions,
) => {
  const { publishedAt: occurredAt, ...learned } = data;
  if (versions.some(({ version }) => version === learned.version)) return [];
  return [{ type: 'PolicyLearned', occurredAt, storeId: learned.storeId, data: learned }];
};
