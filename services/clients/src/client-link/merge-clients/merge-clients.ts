import { Rejection } from '#libs/event-sourcing';
import type { ClientLinkEvent, ClientsLinked } from '../client-link.events.js';
import type { ClientLink } from '../client-link.js';

export class MergeClients {
  constructor(readonly data: Omit<ClientsLinked['data'], 'storeId'> & { readonly mergedAt: string }) {}
}

/**
 * Only who stands for herself is merged or merged into, so there are no circles. Who was merged into the other comes
 * along with her, and leaves with her.
 */
export const mergeClients = (
  { data }: MergeClients,
  storeId: string,
  [survivor, merged]: readonly [ClientLink, ClientLink],
): readonly (readonly ClientLinkEvent[])[] => {
  const { mergedAt: occurredAt, ...link } = data;
  const { survivorId, mergedId } = link;
  if (survivorId === mergedId)
    throw new Rejection('same-client', 'This is the same client: name another one to be merged into her.', {
      mergedId,
    });
  if (merged.survivorId === survivorId) return [];
  refuseUnlessAlone(survivorId, survivor);
  refuseUnlessAlone(mergedId, merged);
  const fact = { occurredAt, storeId, data: { ...link, storeId } };
  return [[{ type: 'ClientsLinked', ...fact }], [{ type: 'LinkedToSurvivor', ...fact }]];
};

const refuseUnlessAlone = (clientId: string, { survivorId }: ClientLink): void => {
  if (survivorId === null) return;
  throw new Rejection('merged-already', 'This client was merged into another.', { clientId, survivorId });
};
