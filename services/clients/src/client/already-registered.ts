import { ClaimTaken, streamOf } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { client } from './client.js';

export const ALREADY_REGISTERED = 'client-already-registered';

export const alreadyRegistered = (clientId: string): Rejection =>
  new Rejection(ALREADY_REGISTERED, 'She is known already, as a client or a lead.', { clientId });

/** Whoever holds the phone or number that was claimed is who was meant. */
export const refusalOf = (error: unknown): Error =>
  error instanceof ClaimTaken
    ? alreadyRegistered(error.holder.slice(streamOf(client, '').length))
    : (error as Error);
