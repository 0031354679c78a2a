import { decisions } from '#libs/testing';
import { aPolicyPublished, morning, overrideWithdrawn } from '../../testing/policy.builders.js';
import { policy } from '../policy.js';
import { WithdrawOverride, withdrawOverride } from './withdraw-override.js';

const spec = decisions(policy, withdrawOverride);
const own = aPolicyPublished({ storeId: 'sh-01' });
const withdrawing = (effectiveFrom = '2026-04-01') =>
  new WithdrawOverride({ name: 'answer-clock', storeId: 'sh-01', effectiveFrom, withdrawnAt: morning });

describe('withdrawing an override', () => {
  it('ends what a store has of its own', () => {
    spec.given(own).when(withdrawing()).then(overrideWithdrawn());
  });

  it('changes nothing where the chain’s rule holds that day, or once more', () => {
    spec.given(aPolicyPublished()).when(withdrawing()).thenNothing();
    spec.given(own, overrideWithdrawn()).when(withdrawing('2026-04-02')).thenNothing();
    spec.given(own, overrideWithdrawn()).when(withdrawing('2026-03-31')).thenNothing();
  });

  it('lets no override that was published for later bring it back unsaid', () => {
    spec
      .given(own)
      .when(withdrawing('2026-03-31'))
      .thenRefused('override-from-later', { effectiveFrom: '2026-04-01' });
    const anew = aPolicyPublished({ version: 2, storeId: 'sh-01', effectiveFrom: '2026-06-01' });
    spec
      .given(own, anew)
      .when(withdrawing())
      .thenRefused('override-from-later', { effectiveFrom: '2026-06-01' });
    const first = overrideWithdrawn({ version: 3, effectiveFrom: '2026-06-01' });
    spec
      .given(own, anew, first)
      .when(withdrawing())
      .then(overrideWithdrawn({ version: 4 }));
    const elsewhere = aPolicyPublished({ version: 2, storeId: 'bj-01', effectiveFrom: '2026-06-01' });
    const chain = aPolicyPublished({ version: 3, effectiveFrom: '2026-06-01' });
    spec
      .given(own, elsewhere, chain)
      .when(withdrawing())
      .then(overrideWithdrawn({ version: 4 }));
  });
});
