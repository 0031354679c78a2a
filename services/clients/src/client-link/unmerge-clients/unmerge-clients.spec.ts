import { clientsUnlinked } from '../../testing/client-link.builders.js';
import { clientLink, type ClientLink } from '../client-link.js';
import { UnmergeClients, unmergeClients } from './unmerge-clients.js';

const unlinked = clientsUnlinked();
const { storeId, ...link } = unlinked.data;
const parting = new UnmergeClients({ ...link, unmergedAt: unlinked.occurredAt });
const alone = clientLink.initial;
const survivor: ClientLink = { ...alone, mergedIds: ['b'] };

describe('parting two clients who were merged', () => {
  it('is said on the streams of both', () => {
    expect(unmergeClients(parting, storeId, [survivor, { ...alone, survivorId: 'a' }])).toEqual([
      [unlinked],
      [{ ...unlinked, type: 'UnlinkedFromSurvivor' }],
    ]);
  });

  it('changes nothing when they are parted', () => {
    expect(unmergeClients(parting, storeId, [alone, alone])).toEqual([]);
  });

  it('refuses her who was merged into another than that', () => {
    expect(() => unmergeClients(parting, storeId, [alone, { ...alone, survivorId: 'c' }])).toThrow(
      expect.objectContaining({ code: 'merged-elsewhere', context: { mergedId: 'b', survivorId: 'c' } }),
    );
  });
});
