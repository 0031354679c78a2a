import { decisions } from '#libs/testing';
import { at, consentGiven, consentWithdrawn } from '../../testing/privacy.builders.js';
import { consent } from '../consent.js';
import { WithdrawConsent, withdrawConsent } from './withdraw-consent.js';

const spec = decisions(consent, withdrawConsent);
const withdrawing = new WithdrawConsent({ ...consentWithdrawn().data, withdrawnAt: at });

describe('withdrawing consent', () => {
  it('ends it, whatever else she consents to', () => {
    const photos = consentGiven({ purpose: 'photos' });
    spec.given(consentGiven(), photos).when(withdrawing).then(consentWithdrawn());
  });

  it('changes nothing where there is none', () => {
    spec.given().when(withdrawing).thenNothing();
    spec.given(consentGiven(), consentWithdrawn()).when(withdrawing).thenNothing();
    spec
      .given(consentGiven({ purpose: 'photos' }))
      .when(withdrawing)
      .thenNothing();
  });
});
