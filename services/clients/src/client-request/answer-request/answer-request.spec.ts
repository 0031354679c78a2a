import { decisions } from '#libs/testing';
import {
  clientRequestAnswered,
  clientRequestMade,
  clientRequestRefused,
} from '../../testing/client-request.builders.js';
import { clientRequest } from '../client-request.js';
import { AnswerRequest, answerRequest } from './answer-request.js';

const spec = decisions(clientRequest, answerRequest);
const answered = clientRequestAnswered();
const answering = new AnswerRequest({
  requestId: answered.data.requestId,
  answeredAt: answered.occurredAt,
});

describe('answering a request of a client', () => {
  it('says when, once', () => {
    spec.given(clientRequestMade()).when(answering).then(answered);
    spec.given(clientRequestMade(), answered).when(answering).thenNothing();
  });

  it('is for a request that is known and was not refused', () => {
    spec.given().when(answering).thenRefused('unknown-request');
    spec
      .given(clientRequestMade(), clientRequestRefused())
      .when(answering)
      .thenRefused('request-settled', { outcome: 'refused', reason: 'kept-by-law' });
  });
});
