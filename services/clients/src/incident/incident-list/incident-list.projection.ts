import { ignored, type Projection } from '#libs/event-sourcing';
import type { IncidentEvent } from '../incident.events.js';

export interface IncidentRow {
  incidentId: string;
  /** As text, in UTC, it sorts as it should. */
  foundAt: string;
  closed: boolean;
}

/** Which incidents there are; what is said of each is read from the log. */
export const incidentList: Projection<IncidentEvent, IncidentRow> = {
  name: 'incident_list',
  of: ['incident'],
  columns: { incidentId: 'text', foundAt: 'text not null', closed: 'boolean not null' },
  key: 'incidentId',
  indexes: ['"foundAt", "incidentId"'],
  reads: ({ type, data }) => (type === 'IncidentClosed' ? [data.incidentId] : []),
  on: {
    IncidentRecorded: ({ data: { incidentId, foundAt } }, rows) =>
      rows.set(incidentId, { incidentId, foundAt, closed: false }),
    IncidentScoped: ignored,
    IncidentTold: ignored,
    IncidentClosed: ({ data: { incidentId } }, rows) =>
      rows.set(incidentId, { ...rows.get(incidentId)!, closed: true }),
  },
};
