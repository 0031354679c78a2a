import { Rejection, type Decide } from '#libs/event-sourcing';
import type { IncidentEvent, IncidentTold } from '../incident.events.js';
import { openIncident, type Incident, type Telling } from '../incident.js';

export class TellOfIncident {
  constructor(readonly data: IncidentTold['data'] & { readonly toldAt: string }) {}
}

/** What was told outside of here, and when; the same telling again is no other one. */
export const tellOfIncident: Decide<TellOfIncident, Incident, IncidentEvent> = (
  { data: { toldAt: occurredAt, ...data } },
  incident,
) => {
  const { incidentId, ...telling } = data;
  const { foundAt, tellings } = openIncident(incidentId, incident);
  if (occurredAt < foundAt) {
    const context = { foundAt, toldAt: occurredAt };
    throw new Rejection('told-before-found', 'Nobody is told of it before it is found.', context);
  }
  if (tellings.some((one) => isSame(one, { ...telling, toldAt: occurredAt }))) return [];
  return [{ type: 'IncidentTold', occurredAt, data }];
};

const isSame = (one: Telling, other: Telling): boolean =>
  one.to === other.to &&
  one.by === other.by &&
  one.reference === other.reference &&
  one.toldAt === other.toldAt;
