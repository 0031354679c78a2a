import { views } from '#libs/testing';
import {
  answerDueSoon,
  aStoreLearned,
  complaintAnswered,
  complaintBreached,
  complaintClosed,
  complaintOpened,
} from '../testing/complaint.builders.js';
import { clientStream } from './client-stream.projection.js';

const spec = views(clientStream);
const { clientId } = complaintOpened().data;

describe('complaints that tell of a client', () => {
  it.each([complaintOpened(), answerDueSoon(), complaintBreached(), complaintAnswered(), complaintClosed()])(
    'tell of her who complains: $type',
    (fact) => {
      spec.given(fact).thenRows({ clientId: clientId! });
    },
  );

  it('tell of nobody who does not say who she is, and stores of none', () => {
    spec.given(complaintOpened({ clientId: null }), aStoreLearned()).thenRows();
  });
});
