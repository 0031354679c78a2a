import { views } from '#libs/testing';
import { clientsMerged, clientsUnmerged, visitCompleted } from '../../testing/message.builders.js';
import { clientLink } from './client-link.projection.js';

describe('who was taken for one person', () => {
  it('is kept with when it was known, each time it changed', () => {
    const { survivorId, mergedId } = clientsMerged().data;
    views(clientLink)
      .given(clientsMerged(), visitCompleted(), clientsUnmerged())
      .thenRows(
        { id: '1', survivorId, mergedId, linked: true, recordedAt: '2026-03-01T02:00:00.000Z' },
        { id: '3', survivorId, mergedId, linked: false, position: 3 },
      );
  });
});
