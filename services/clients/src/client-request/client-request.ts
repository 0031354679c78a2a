import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { ClientRequestEvent, ClientRequestMade, RefusalReason } from './client-request.events.js';

export type Settled =
  { readonly outcome: 'answered' } | { readonly outcome: 'refused'; readonly reason: RefusalReason };

export interface MadeRequest {
  readonly made: ClientRequestMade['data'];
  /** Null while it is open. */
  readonly settled: Settled | null;
}

/** Null before it was made. */
export type ClientRequest = MadeRequest | null;

export const clientRequest: Aggregate<ClientRequest, ClientRequestEvent> = {
  category: 'client-request',
  initial: null,
  storeOf: (request) => request?.made.storeId,
  evolve: (before, { type, data }) => {
    switch (type) {
      case 'ClientRequestMade':
        return { made: data, settled: null };
      case 'ClientRequestAnswered':
        return { made: before!.made, settled: { outcome: 'answered' } };
      case 'ClientRequestRefused':
        return { made: before!.made, settled: { outcome: 'refused', reason: data.reason } };
    }
  },
};

/** What was made, or null where it has been settled in this way already. Refuses with `unknown-request` and `request-settled`. */
export const toSettle = (
  requestId: string,
  request: ClientRequest,
  settling: Settled,
): Pick<ClientRequestMade['data'], 'requestId' | 'clientId' | 'storeId'> | null => {
  if (request === null)
    throw new Rejection('unknown-request', 'No such request was made.', { requestId }, 'not-found');
  const { made, settled } = request;
  if (settled !== null) {
    if (JSON.stringify(settled) === JSON.stringify(settling)) return null;
    const sentence = 'This request was answered or refused already. Take another one.';
    throw new Rejection('request-settled', sentence, { requestId, ...settled });
  }
  const { clientId, storeId } = made;
  return { requestId, clientId, storeId };
};
