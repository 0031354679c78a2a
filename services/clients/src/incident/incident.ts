import { Rejection, type Aggregate } from '#libs/event-sourcing';
import type { IncidentEvent, IncidentRecorded, IncidentTold, Outcome, Scope } from './incident.events.js';

export type Telling = Omit<IncidentTold['data'], 'incidentId'> & { readonly toldAt: string };

export type KnownIncident = IncidentRecorded['data'] & {
  /** In the order recorded. */
  readonly tellings: readonly Telling[];
  readonly closed: { readonly outcome: Outcome; readonly closedAt: string } | null;
};

/** Null before it was recorded. */
export type Incident = KnownIncident | null;

/** It belongs to the chain: whose data it was may be of every store. */
export const incident: Aggregate<Incident, IncidentEvent> = {
  category: 'incident',
  initial: null,
  evolve: (before, { type, data, occurredAt }) => {
    if (type === 'IncidentRecorded') return { ...data, tellings: [], closed: null };
    const known = before!;
    switch (type) {
      case 'IncidentScoped':
        return { ...known, ...data };
      case 'IncidentTold': {
        const { incidentId: _, ...told } = data;
        return { ...known, tellings: [...known.tellings, { ...told, toldAt: occurredAt }] };
      }
      case 'IncidentClosed':
        return { ...known, closed: { outcome: data.outcome, closedAt: occurredAt } };
    }
  },
};

export const knownIncident = (incidentId: string, state: Incident): KnownIncident => {
  if (state !== null) return state;
  throw new Rejection('unknown-incident', 'No such incident was recorded.', { incidentId }, 'not-found');
};

/** Refuses with `unknown-incident`, and with `incident-closed` what is over. */
export const openIncident = (incidentId: string, state: Incident): KnownIncident => {
  const known = knownIncident(incidentId, state);
  if (known.closed === null) return known;
  throw new Rejection('incident-closed', 'This incident is closed. Record another one.', { incidentId });
};

/** In one order, so that the same scope is the same however it is told. Refuses (`ends-before-it-began`) what cannot be. */
export const checkedScope = ({ accountIds, clientIds, beganAt, endedAt }: Scope): Scope => {
  if (endedAt !== null && endedAt < beganAt) {
    throw new Rejection('ends-before-it-began', 'An incident ends after it began.', { beganAt, endedAt });
  }
  return { accountIds: [...accountIds].sort(), clientIds: [...clientIds].sort(), beganAt, endedAt };
};

export const isSameScope = (one: Scope, other: Scope): boolean =>
  one.beganAt === other.beganAt &&
  one.endedAt === other.endedAt &&
  one.accountIds.join() === other.accountIds.join() &&
  one.clientIds.join() === other.clientIds.join();
