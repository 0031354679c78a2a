import type { ClockName } from './incident.events.js';

export interface IncidentPolicy {
  readonly version: string;
  /** Hours from when it was found until the authority is told. */
  readonly hours: Readonly<Record<ClockName, number>>;
}

/** Graver incidents in China since 2025-11-01, and breaches by GDPR 33. */
export const incidentPolicy: IncidentPolicy = {
  version: 'incident@1',
  hours: { 'grave-incident': 4, breach: 72 },
};
