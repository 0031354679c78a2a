import { Rejection, type Decide } from '#libs/event-sourcing';
import type { IncidentEvent, IncidentRecorded } from '../incident.events.js';
import { checkedScope, type Incident } from '../incident.js';
import type { IncidentPolicy } from '../incident-policy.js';

export class RecordIncident {
  constructor(readonly data: Omit<IncidentRecorded['data'], 'clocks'> & { readonly recordedAt: string }) {}
}

const HOUR_MS = 3_600_000;

/** Once. Its clocks run from when it was found, whenever that is recorded; the one for grave incidents only where it is grave. */
export const recordIncident =
  (policy: IncidentPolicy): Decide<RecordIncident, Incident, IncidentEvent> =>
  ({ data: { recordedAt: occurredAt, ...told } }, incident) => {
    if (incident !== null) return [];
    const { beganAt, foundAt } = told;
    if (foundAt < beganAt) {
      throw new Rejection('found-before-it-began', 'An incident is found after it began.', {
        beganAt,
        foundAt,
      });
    }
    const dueAt = (hours: number) => new Date(Date.parse(foundAt) + hours * HOUR_MS).toISOString();
    const clocks = (['grave-incident', 'breach'] as const)
      .filter((clock) => told.grave || clock !== 'grave-incident')
      .map((clock) => ({ clock, dueAt: dueAt(policy.hours[clock]) }));
    const data = { ...told, ...checkedScope(told), clocks };
    return [{ type: 'IncidentRecorded', occurredAt, policyVersion: policy.version, data }];
  };
