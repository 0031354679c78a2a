import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ClientsDistinguished } from '../client-distinction.events.js';
import type { ClientDistinction } from '../client-distinction.js';

export class DistinguishClients {
  constructor(readonly data: ClientsDistinguished['data'] & { readonly saidAt: string }) {}
}

/** What is known beside the pair itself: the store of her who is named first, and as whom each of them is read. */
export interface Known {
  readonly storeId: string;
  readonly readAs: readonly [string, string];
}

/** Who was merged must be parted first; said twice it is said once. */
export const distinguishClients =
  ({
    storeId,
    readAs: [one, other],
  }: Known): Decide<DistinguishClients, ClientDistinction, ClientsDistinguished> =>
  ({ data: { saidAt: occurredAt, ...pair } }, { said }) => {
    if (pair.clientId === pair.otherId)
      throw new Rejection('same-client', 'This is the same client: name another one whom she is not.', {
        otherId: pair.otherId,
      });
    if (one === other)
      throw new Rejection('merged', 'These two were merged: part them first.', { ...pair, survivorId: one });
    return said ? [] : [{ type: 'ClientsDistinguished', occurredAt, storeId, data: pair }];
  };
