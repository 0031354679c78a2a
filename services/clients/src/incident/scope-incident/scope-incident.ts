import type { Decide } from '#libs/event-sourcing';
import type { IncidentEvent, IncidentScoped } from '../incident.events.js';
import { checkedScope, isSameScope, openIncident, type Incident } from '../incident.js';

export class ScopeIncident {
  constructor(readonly data: IncidentScoped['data'] & { readonly scopedAt: string }) {}
}

/** In place of what was thought before; the clocks stay, for it was found when it was found. */
export const scopeIncident: Decide<ScopeIncident, Incident, IncidentEvent> = (
  { data: { incidentId, scopedAt: occurredAt, ...told } },
  incident,
) => {
  const known = openIncident(incidentId, incident);
  const scope = checkedScope(told);
  if (isSameScope(known, scope)) return [];
  return [{ type: 'IncidentScoped', occurredAt, data: { incidentId, ...scope } }];
};
