import { views } from '#libs/testing';
import {
  aFirstVisitNoted,
  aReferralIntroduced,
  qualified,
  reversed,
  rewarded,
  withheld,
  forgone,
} from '../testing/referral.builders.js';
import { clientStream } from './client-stream.projection.js';

const spec = views(clientStream);
const { introducerId, introducedId } = aReferralIntroduced().data;

describe('referrals that tell of a client', () => {
  it('tell of her who introduces and of her who is introduced, from the first fact to the last', () => {
    const both = [{ clientId: introducerId }, { clientId: introducedId }];
    spec.given(aReferralIntroduced()).thenRows(...both);
    spec.given(rewarded()).thenRows(...both);
    spec.given(reversed()).thenRows(...both);
    spec.given(withheld()).thenRows(...both);
  });

  it('tell of her who came by herself', () => {
    const noted = aFirstVisitNoted();
    spec.given(noted).thenRows({ clientId: noted.data.clientId });
  });

  it('name nobody where a visit qualifies: the introduction on the same stream has', () => {
    spec.given(qualified(), forgone()).thenRows();
  });
});
