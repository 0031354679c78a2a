import { Rejection } from '#libs/event-sourcing';
import type { Client, KnownClient } from './client.js';

export const unknownLead = (clientId: string): Rejection =>
  new Rejection('unknown-lead', 'There is no lead with this id.', { clientId }, 'not-found');

/** Refuses with `unknown-client`. */
export const knownClient = (clientId: string, client: Client): KnownClient => {
  if (client.status !== 'unknown') return client;
  throw new Rejection('unknown-client', 'There is no client with this id.', { clientId }, 'not-found');
};
