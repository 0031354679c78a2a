import { Rejection } from '#libs/event-sourcing';
import type { ClientLinkEvent, ClientsUnlinked } from '../client-link.events.js';
import type { ClientLink } from '../client-link.js';

export class UnmergeClients {
  constructor(readonly data: Omit<ClientsUnlinked['data'], 'storeId'> & { readonly unmergedAt: string }) {}
}

/** At any time; who came along with her goes with her. Parting those who are parted changes nothing. */
export const unmergeClients = (
  { data }: UnmergeClients,
  storeId: string,
  [, merged]: readonly [ClientLink, ClientLink],
): readonly (readonly ClientLinkEvent[])[] => {
  const { unmergedAt: occurredAt, ...link } = data;
  if (merged.survivorId === null) return [];
  if (merged.survivorId !== link.survivorId) {
    const context = { mergedId: link.mergedId, survivorId: merged.survivorId };
    throw new Rejection('merged-elsewhere', 'This client was merged into another than that.', context);
  }
  const fact = { occurredAt, storeId, data: { ...link, storeId } };
  return [[{ type: 'ClientsUnlinked', ...fact }], [{ type: 'UnlinkedFromSurvivor', ...fact }]];
};
