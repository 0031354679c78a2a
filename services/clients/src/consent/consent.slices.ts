import { ConsentListController } from './consent-list/consent-list.controller.js';
import { ConsentingClientQuery } from './consenting-client.query.js';
import { ConsentsQuery } from './consents.query.js';
import { FranchiseSharingQuery } from './franchise-sharing.query.js';
import { GiveConsentController } from './give-consent/give-consent.controller.js';
import { GiveConsentHandler } from './give-consent/give-consent.handler.js';
import { TakenConsents } from './taken-consents.process.js';
import { WithdrawConsentController } from './withdraw-consent/withdraw-consent.controller.js';
import { WithdrawConsentHandler } from './withdraw-consent/withdraw-consent.handler.js';

export const consentSlices = {
  controllers: [GiveConsentController, WithdrawConsentController, ConsentListController],
  providers: [
    GiveConsentHandler,
    WithdrawConsentHandler,
    TakenConsents,
    ConsentsQuery,
    ConsentingClientQuery,
    FranchiseSharingQuery,
  ],
};
