import { decisions } from '#libs/testing';
import { aPolicyPublished, morning, overrideWithdrawn } from '../../testing/policy.builders.js';
import { policy } from '../policy.js';
import { PublishPolicy, publishPolicy } from './publish-policy.js';

const spec = decisions(policy, publishPolicy);
const first = aPolicyPublished();
const publishing = (more: Partial<PublishPolicy['data']> = {}) => {
  const { version, ...data } = first.data;
  return new PublishPolicy({ ...data, publishedAt: morning, ...more });
};

describe('publishing a policy', () => {
  it('holds from its day on, as the first version of its name', () => {
    spec.given().when(publishing()).then(first);
  });

  it('counts versions through, whatever the scope', () => {
    spec
      .given(first)
      .when(publishing({ storeId: 'sh-01' }))
      .then(aPolicyPublished({ storeId: 'sh-01', version: 2 }));
  });

  it('changes nothing when the same holds from that day already', () => {
    spec.given(first).when(publishing()).thenNothing();
  });

  it('is published again after another came in its place, or after its override was withdrawn', () => {
    const other = aPolicyPublished({ version: 2, value: { hoursToAnswer: 12, hoursToWarning: 6 } });
    spec
      .given(first, other)
      .when(publishing())
      .then(aPolicyPublished({ version: 3 }));
    const own = aPolicyPublished({ storeId: 'sh-01' });
    spec
      .given(own, overrideWithdrawn())
      .when(publishing({ storeId: 'sh-01' }))
      .then(aPolicyPublished({ storeId: 'sh-01', version: 3 }));
  });
});
