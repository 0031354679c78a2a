import { decisions } from '#libs/testing';
import {
  aFirstVisitNoted,
  aReferralIntroduced,
  qualified,
  rewarded,
} from '../../testing/referral.builders.js';
import type { OneOfHers } from '../doubts.js';
import { referral } from '../referral.js';
import { IntroduceClient, introduceClient } from './introduce-client.js';

const spec = decisions(referral, introduceClient());
const introduced = aReferralIntroduced();
const asking = (change: Partial<IntroduceClient['data']> = {}) =>
  new IntroduceClient({ ...introduced.data, introducedAt: introduced.occurredAt, ...change });
const somebodyElse = { introducerId: '01900000-0000-7000-8000-0000000000ee' };

describe('introducing a client', () => {
  it('is kept, with who introduced her and where', () => {
    spec.given().when(asking()).then(introduced);
  });

  it('changes nothing when the same introduction is told again, also after the reward', () => {
    spec.given(introduced).when(asking()).thenNothing();
    spec.given(introduced, qualified(), rewarded()).when(asking()).thenNothing();
  });

  it('refuses one who introduces herself', () => {
    const { introducedId } = introduced.data;
    spec
      .given()
      .when(asking({ introducerId: introducedId }))
      .thenRefused('self-referral', { introducedId });
  });

  it('refuses one whom another has introduced', () => {
    spec.given(introduced).when(asking(somebodyElse)).thenRefused('already-introduced');
    spec
      .given(introduced, qualified(), rewarded())
      .when(asking(somebodyElse))
      .thenRefused('already-introduced');
  });

  it('refuses who is one person with who introduces, with who has paid, or with who was introduced', () => {
    const { introducerId } = introduced.data;
    const twin = '01900000-0000-7000-8000-0000000000c3';
    const paid = referral.evolve(referral.initial, aFirstVisitNoted());
    const known = referral.evolve(referral.initial, aReferralIntroduced({ introducedId: twin }));
    const paidLater = { ...paid, visitedAt: '2026-03-09T02:00:00.000Z' } as typeof paid;
    const asked = (others: readonly OneOfHers[], at = '2026-03-02T02:00:00.000Z') =>
      decisions(referral, introduceClient(others))
        .given()
        .when(asking({ introducedAt: at }));
    asked([{ clientId: introducerId, state: referral.initial }]).thenRefused('self-referral');
    asked([{ clientId: twin, state: paid }]).thenRefused('existing-client');
    asked([{ clientId: twin, state: known }]).thenRefused('already-introduced');
    const fact = { ...introduced, occurredAt: '2026-03-02T02:00:00.000Z' };
    asked([{ clientId: twin, state: paidLater }]).then(fact); // she first paid after it
    const again = decisions(referral, introduceClient([{ clientId: twin, state: known }]));
    again.given(introduced).when(asking()).thenNothing();
  });

  it('refuses one who has paid for a visit before', () => {
    spec.given(aFirstVisitNoted()).when(asking()).thenRefused('existing-client');
  });
});
