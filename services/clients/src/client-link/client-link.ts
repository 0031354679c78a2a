import type { Aggregate } from '#libs/event-sourcing';
import type { ClientLinkEvent } from './client-link.events.js';

export interface ClientLink {
  /** Who she was merged into; null for one who stands for herself. */
  readonly survivorId: string | null;
  /** Who was merged into her. */
  readonly mergedIds: readonly string[];
}

/**
 * How a client is linked with others: the only thing that merging changes. No fact of hers is copied or moved, so parting
 * them leaves each with what was always hers.
 */
export const clientLink: Aggregate<ClientLink, ClientLinkEvent> = {
  category: 'client-link',
  initial: { survivorId: null, mergedIds: [] },
  evolve: (before, { type, data: { survivorId, mergedId } }) => {
    switch (type) {
      case 'ClientsLinked':
        return { ...before, mergedIds: [...before.mergedIds, mergedId] };
      case 'ClientsUnlinked':
        return { ...before, mergedIds: before.mergedIds.filter((id) => id !== mergedId) };
      case 'LinkedToSurvivor':
        return { ...before, survivorId };
      case 'UnlinkedFromSurvivor':
        return { ...before, survivorId: null };
    }
  },
};
