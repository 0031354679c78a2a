import { Rejection, type Decide } from '#libs/event-sourcing';
import {
  TOLD_TO,
  type IncidentClosed,
  type IncidentEvent,
  type Outcome,
  type ToldTo,
} from '../incident.events.js';
import { knownIncident, openIncident, type Incident } from '../incident.js';

export class CloseIncident {
  constructor(readonly data: IncidentClosed['data'] & { readonly closedAt: string }) {}
}

/** Who must have been told before it may end so. */
const MUST_KNOW: Readonly<Record<Outcome, readonly ToldTo[]>> = {
  told: TOLD_TO,
  'harm-prevented': ['authority'],
  'no-incident': [],
};

/** Refuses with `not-told` while somebody must still be told. */
export const closeIncident: Decide<CloseIncident, Incident, IncidentEvent> = (
  { data: { closedAt: occurredAt, ...data } },
  incident,
) => {
  const { incidentId, outcome } = data;
  if (knownIncident(incidentId, incident).closed?.outcome === outcome) return [];
  const { tellings } = openIncident(incidentId, incident);
  const untold = MUST_KNOW[outcome].filter((to) => !tellings.some((telling) => telling.to === to));
  if (untold.length > 0) {
    const sentence = 'Tell them first, and record when and by what: POST /v1/incidents/:incidentId/tellings.';
    throw new Rejection('not-told', sentence, { incidentId, untold });
  }
  return [{ type: 'IncidentClosed', occurredAt, data }];
};
