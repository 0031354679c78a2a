import { ignored, type Projection } from '#libs/event-sourcing';
import type { ClientEvent } from '../../client/client.events.js';

/** Who belongs to which store. */
export const clientOfStore: Projection<ClientEvent, { clientId: string; storeId: string }> = {
  name: 'client_of_store',
  of: ['client'],
  columns: { clientId: 'text', storeId: 'text not null' },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId", "clientId"'],
  on: {
    LeadAdded: ({ data: { clientId, storeId } }, rows) => rows.set(clientId, { clientId, storeId }),
    ClientRegistered: ({ data: { clientId, storeId } }, rows) => rows.set(clientId, { clientId, storeId }),
    LeadClassed: ignored,
    LeadQualified: ignored,
    ClientLost: ignored,
    ClientWonBack: ignored,
    ContactChanged: ignored,
    FileSectionUpdated: ignored,
    FileReviewed: ignored,
    ClientErased: ({ data: { clientId } }, rows) => rows.delete(clientId),
  },
};
