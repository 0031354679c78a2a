import type { Aggregate } from '#libs/event-sourcing';
import type { SignatureEvent } from './signature.events.js';

export type Signature = { readonly signed: boolean; readonly storeId: string | null };

/** One person's under one version. */
export const signature: Aggregate<Signature, SignatureEvent> = {
  category: 'signature',
  initial: { signed: false, storeId: null },
  evolve: (_signature, { data: { storeId } }) => ({ signed: true, storeId }),
  storeOf: ({ storeId }) => storeId,
};
