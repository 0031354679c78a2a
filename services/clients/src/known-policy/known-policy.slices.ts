import { KnownPoliciesQuery } from './known-policies.query.js';
import { LearnPolicyHandler } from './learn-policy/learn-policy.handler.js';
import { LearnPolicyOnPolicyPublished } from './learn-policy/on-policy-published.consumer.js';

export const knownPolicySlices = {
  controllers: [LearnPolicyOnPolicyPublished],
  providers: [LearnPolicyHandler, KnownPoliciesQuery],
};
