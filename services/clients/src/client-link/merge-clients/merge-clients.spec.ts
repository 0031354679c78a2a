import { clientsLinked } from '../../testing/client-link.builders.js';
import { clientLink, type ClientLink } from '../client-link.js';
import { MergeClients, mergeClients } from './merge-clients.js';

const linked = clientsLinked();
const { storeId, ...link } = linked.data;
const merging = (data: Partial<MergeClients['data']> = {}): MergeClients =>
  new MergeClients({ ...link, mergedAt: linked.occurredAt, ...data });
const alone = clientLink.initial;
const of = (survivorId: string): ClientLink => ({ ...alone, survivorId });

describe('merging two clients', () => {
  it('is said on the streams of both, of the store of her who stays', () => {
    expect(mergeClients(merging(), storeId, [alone, alone])).toEqual([
      [linked],
      [{ ...linked, type: 'LinkedToSurvivor' }],
    ]);
  });

  it('changes nothing the second time', () => {
    expect(mergeClients(merging(), storeId, [{ ...alone, mergedIds: ['b'] }, of('a')])).toEqual([]);
  });

  it.each<[string, () => unknown, string]>([
    ['herself', () => mergeClients(merging({ mergedId: 'a' }), storeId, [alone, alone]), 'same-client'],
    ['who is read as another', () => mergeClients(merging(), storeId, [alone, of('c')]), 'merged-already'],
    [
      'into whom is read as another',
      () => mergeClients(merging(), storeId, [of('c'), alone]),
      'merged-already',
    ],
  ])('refuses %s', (_whom, merge, code) => {
    expect(merge).toThrow(expect.objectContaining({ code }));
  });
});
