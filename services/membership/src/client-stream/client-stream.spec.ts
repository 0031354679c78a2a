import { views } from '#libs/testing';
import type { LinkLearned } from '#libs/service';
import { aMemberEnrolled, earningSkipped, pointsEarned } from '../testing/member.builders.js';
import { clientStream } from './client-stream.projection.js';

const spec = views(clientStream);
const stream = 'member:fang';

describe('facts of members that tell of a client', () => {
  it.each([aMemberEnrolled(), pointsEarned(), earningSkipped()])(
    'are those of the stream that is named by her: $type',
    (fact) => {
      spec.given({ ...fact, stream }).thenRows({ clientId: 'fang', stream });
    },
  );

  it('are for both of two who are one', () => {
    const data = { survivorId: 'fang', mergedId: 'xiaofang' };
    const learned: LinkLearned = { type: 'LinkLearned', occurredAt: '2026-03-01T02:00:00.000Z', data };
    spec.given(learned).thenRows({ clientId: 'fang' }, { clientId: 'xiaofang' });
  });
});
