import { decisions } from '#libs/testing';
import { aBatchReceived } from '../../testing/product.builders.js';
import { stock } from '../product.js';
import { ReceiveBatch, receiveBatch } from './receive-batch.js';

const spec = decisions(stock, receiveBatch('2026-03-01'));
const receiving = (expiresOn = '2026-09-30') => {
  const { data, occurredAt: receivedAt } = aBatchReceived();
  const { receivedOn, ...given } = data;
  return new ReceiveBatch({ ...given, expiresOn, receivedAt });
};

describe('taking a batch in', () => {
  it('happens once', () => {
    spec.given().when(receiving()).then(aBatchReceived());
    spec.given(aBatchReceived()).when(receiving()).thenNothing();
  });

  it('refuses what is out of date, and another last day of the same batch', () => {
    spec.given().when(receiving('2026-02-28')).thenRefused('expired-already');
    spec
      .given()
      .when(receiving('2026-03-01'))
      .then(aBatchReceived({ expiresOn: '2026-03-01' }));
    spec
      .given(aBatchReceived())
      .when(receiving('2026-10-31'))
      .thenRefused('batch-known-otherwise', { expiresOn: '2026-09-30' });
  });
});
