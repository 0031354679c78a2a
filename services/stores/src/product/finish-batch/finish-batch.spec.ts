import { decisions } from '#libs/testing';
import { aBatchFinished, aBatchReceived } from '../../testing/product.builders.js';
import { stock } from '../product.js';
import { FinishBatch, finishBatch } from './finish-batch.js';

const spec = decisions(stock, finishBatch('2026-04-01'));
const finishing = (batch = 'L2603A') => {
  const { data, occurredAt: finishedAt } = aBatchFinished({ batch });
  const { finishedOn, ...given } = data;
  return new FinishBatch({ ...given, finishedAt });
};

describe('finishing a batch', () => {
  it('happens once', () => {
    spec.given(aBatchReceived()).when(finishing()).then(aBatchFinished());
    spec.given(aBatchReceived(), aBatchFinished()).when(finishing()).thenNothing();
  });

  it('is of a batch that was taken in', () => {
    spec.given(aBatchReceived()).when(finishing('other')).thenRefused('unknown-batch');
  });
});
