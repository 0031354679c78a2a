import { Rejection } from '#libs/event-sourcing';
import type { Client, KnownClient } from './client.js';

export const unknownLead = (clientId: string): Rejection =>
  new Rejection('unknown-lead', 'There is no lead with this id.', { clientId }, 'not-found');

/** Refuses with `unknown-client`. */
export const knownClient = (clientId: string, client: Client): KnownClient => {
  if (client.status !== 'unknown') return client;
  throw new Rejection('unknown-client', 'There is no client with this id.', { clientId }, 'not-found');
};

/** The same for one whose data may be used. Refuses with `erased` and `restricted` too. */
export const usableClient = (clientId: string, client: Client): KnownClient => {
  const known = keptClient(clientId, client);
  if (known.restrictedAt !== null) throw restricted(clientId);
  return known;
};

/** The same for one of whom anything is kept. Refuses with `erased` too. */
export const keptClient = (clientId: string, client: Client): KnownClient => {
  const known = knownClient(clientId, client);
  if (known.erased === true) throw erasedClient(clientId);
  return known;
};

export const erasedClient = (clientId: string): Rejection =>
  new Rejection('erased', 'The data of this person was erased.', { subject: clientId });

export const restricted = (clientId: string): Rejection =>
  new Rejection(
    'restricted',
    'What is known of her is kept and not used, for she has not come for long. Win her back first.',
    { clientId },
    'forbidden',
  );
