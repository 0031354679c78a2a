import { views } from '#libs/testing';
import { clientsLinked, clientsUnlinked } from '../../testing/client-link.builders.js';
import { mergedClient } from './merged-client.projection.js';

const spec = views(mergedClient);
const linked = { ...clientsLinked(), type: 'LinkedToSurvivor' } as const;
const parted = { ...clientsUnlinked(), type: 'UnlinkedFromSurvivor' } as const;

describe('who does not stand for herself', () => {
  it('is read as another from the merging on, until they are parted', () => {
    spec.given(clientsLinked(), linked).thenRows({ clientId: 'b', survivorId: 'a' });
    spec.given(clientsLinked(), linked, clientsUnlinked(), parted).thenRows();
  });
});
