import type { Loads } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { acknowledgement } from './erasure-acknowledged.js';

/**
 * Refuses with `erased` what somebody asks for clients where this service has heard that one of them was erased; null is nobody.
 * For what people ask: a fact that was told is taken as it is, for it cannot be refused.
 */
export const unerased = async (clientIds: readonly (string | null)[], log: Loads): Promise<void> => {
  for (const clientId of clientIds) {
    if (clientId === null) continue;
    const { state } = await log.load(acknowledgement, clientId, { expectNew: true });
    if (state.erased) throw erased(clientId);
  }
};

const erased = (clientId: string): Rejection =>
  new Rejection(
    'erased',
    'This client was erased, and nothing new is recorded of her. Leave her out where there may be no client, or register her anew and name that id.',
    { clientId },
  );
