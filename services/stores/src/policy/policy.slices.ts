import { PolicyInForceController } from './policy-in-force/policy-in-force.controller.js';
import { PolicyInForceQuery } from './policy-in-force/policy-in-force.query.js';
import { PublishPolicyController } from './publish-policy/publish-policy.controller.js';
import { PublishPolicyHandler } from './publish-policy/publish-policy.handler.js';
import { WithdrawOverrideController } from './withdraw-override/withdraw-override.controller.js';
import { WithdrawOverrideHandler } from './withdraw-override/withdraw-override.handler.js';

export const policySlices = {
  controllers: [PublishPolicyController, WithdrawOverrideController, PolicyInForceController],
  providers: [PublishPolicyHandler, WithdrawOverrideHandler, PolicyInForceQuery],
};
