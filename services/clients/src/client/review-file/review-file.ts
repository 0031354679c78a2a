import type { Decide } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import { usableClient } from '../known-client.js';

export class ReviewFile {
  constructor(readonly data: { readonly clientId: string; readonly reviewedAt: string }) {}
}

/** Somebody went through her file; looking at it later is another review. */
export const reviewFile: Decide<ReviewFile, Client, ClientEvent> = (
  { data: { clientId, reviewedAt } },
  client,
) => {
  const { storeId, reviewedAt: before } = usableClient(clientId, client);
  if (before !== null && before >= reviewedAt) return [];
  return [{ type: 'FileReviewed', occurredAt: reviewedAt, storeId, data: { clientId, storeId } }];
};
