import { ignored, type Projection } from '#libs/event-sourcing';
import type { ClientLinkEvent } from '../client-link.events.js';

export interface MergedClientRow {
  clientId: string;
  /** Into whom she was merged, who may have been merged herself since. */
  survivorId: string;
}

/** Who does not stand for herself. */
export const mergedClient: Projection<ClientLinkEvent, MergedClientRow> = {
  name: 'merged_client',
  of: ['client-link'],
  columns: { clientId: 'text', survivorId: 'text not null' },
  key: 'clientId',
  indexes: ['"survivorId"'],
  on: {
    LinkedToSurvivor: ({ data: { mergedId: clientId, survivorId } }, rows) =>
      rows.set(clientId, { clientId, survivorId }),
    UnlinkedFromSurvivor: ({ data: { mergedId } }, rows) => rows.delete(mergedId),
    ClientsLinked: ignored, // the same, on the stream of the other
    ClientsUnlinked: ignored,
  },
};
