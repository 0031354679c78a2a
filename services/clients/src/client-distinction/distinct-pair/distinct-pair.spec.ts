import { views } from '#libs/testing';
import { clientsDistinguished } from '../../testing/client-distinction.builders.js';
import { distinctPair } from './distinct-pair.projection.js';

describe('who was said to be two', () => {
  it('is one pair, whoever is named first', () => {
    const spec = views(distinctPair);
    spec.given(clientsDistinguished()).thenRows({ pair: 'a.b', oneId: 'a', otherId: 'b' });
    spec
      .given(clientsDistinguished({ clientId: 'b', otherId: 'a' }))
      .thenRows({ pair: 'a.b', oneId: 'b', otherId: 'a' });
  });
});
