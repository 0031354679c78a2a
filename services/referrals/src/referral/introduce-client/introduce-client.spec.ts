import { decisions } from '#libs/testing';
import {
  aFirstVisitNoted,
  aReferralIntroduced,
  qualified,
  rewarded,
} from '../../testing/referral.builders.js';
import { referral } from '../referral.js';
import { IntroduceClient, introduceClient } from './introduce-client.js';

const spec = decisions(referral, introduceClient);
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

  it('refuses one who has paid for a visit before', () => {
    spec.given(aFirstVisitNoted()).when(asking()).thenRefused('existing-client');
  });
});
