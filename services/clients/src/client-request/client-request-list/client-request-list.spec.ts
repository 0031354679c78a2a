import { views } from '#libs/testing';
import {
  clientRequestAnswered,
  clientRequestMade,
  clientRequestRefused,
} from '../../testing/client-request.builders.js';
import { clientRequestList } from './client-request-list.projection.js';

const made = clientRequestMade();

describe('the list of requests', () => {
  const spec = views(clientRequestList);

  it('says what was asked for, by whom and until when', () => {
    spec.given(made).thenRows({ ...made.data, state: 'open', answeredOn: null, reason: null });
  });

  it('says when it was answered, or refused and why', () => {
    const { answeredOn } = clientRequestAnswered().data;
    spec.given(made, clientRequestAnswered()).thenRows({ state: 'answered', answeredOn, reason: null });
    spec
      .given(made, clientRequestRefused())
      .thenRows({ ...made.data, state: 'refused', answeredOn, reason: 'kept-by-law' });
  });
});
