import { decisions } from '#libs/testing';
import { clientsDistinguished } from '../../testing/client-distinction.builders.js';
import { clientDistinction, pairOf } from '../client-distinction.js';
import { DistinguishClients, distinguishClients } from './distinguish-clients.js';

const said = clientsDistinguished();
const saying = (data: Partial<DistinguishClients['data']> = {}) =>
  new DistinguishClients({ ...said.data, saidAt: said.occurredAt, ...data });
const spec = (readAs: readonly [string, string] = ['a', 'b']) =>
  decisions(clientDistinction, distinguishClients({ storeId: 'sh-01', readAs }));

describe('saying that two are not one', () => {
  it('is kept, of the store of her who is named first', () => {
    spec().given().when(saying()).then(said);
  });

  it('changes nothing the second time, whoever is named first', () => {
    spec()
      .given(said)
      .when(saying({ clientId: 'b', otherId: 'a' }))
      .thenNothing();
    expect(pairOf('b', 'a')).toBe(pairOf('a', 'b'));
  });

  it('refuses herself, and two who are read as one', () => {
    spec(['a', 'a'])
      .given()
      .when(saying({ otherId: 'a' }))
      .thenRefused('same-client');
    spec(['c', 'c']).given().when(saying()).thenRefused('merged');
  });
});
