import type { Loads } from '#libs/event-store';
import { erasedClient } from '../client/known-client.js';
import { erasure } from './erasure.js';

/** Refuses with `erased` from the moment in which her erasure is ordered: what is written of her from then on would stay. */
export const notBeingErased = async (clientId: string, log: Loads): Promise<void> => {
  const { state } = await log.load(erasure, clientId, { expectNew: true });
  if (state.status !== 'none') throw erasedClient(clientId);
};
