import { views } from '#libs/testing';
import {
  anUnmatchedReturn,
  aStoreLearned,
  aVisitCompleted,
  goodsReturned,
} from '../testing/visit.builders.js';
import { clientStream } from './client-stream.projection.js';

const spec = views(clientStream);

describe('visits and returns that tell of a client', () => {
  it('tell of her who came', () => {
    const visit = aVisitCompleted();
    spec.given(visit).thenRows({ clientId: visit.data.clientId! });
  });

  it('tell of her who brought back, with a bill and without', () => {
    const returned = goodsReturned();
    spec.given(returned).thenRows({ clientId: returned.data.visit.clientId! });
    const without = anUnmatchedReturn();
    spec.given({ ...without, data: { ...without.data, clientId: 'fang' } }).thenRows({ clientId: 'fang' });
  });

  it('tell of nobody when she walked in, and stores of none', () => {
    spec.given(aVisitCompleted({ clientId: null }), aStoreLearned()).thenRows();
  });
});
