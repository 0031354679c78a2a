import { views } from '#libs/testing';
import { followUpPlanned, followUpSkipped, taskFellDue } from '../testing/follow-up.builders.js';
import { clientStream } from './client-stream.projection.js';

const spec = views(clientStream);
const stream = 'follow-up-plan:fang';

describe('follow-ups that tell of a client', () => {
  it.each([followUpPlanned(), followUpSkipped(), taskFellDue(1)])(
    'are those of the stream that is named by her, also where the fact does not say whose it is: $type',
    (fact) => {
      spec.given({ ...fact, stream }).thenRows({ clientId: 'fang', stream });
    },
  );
});
