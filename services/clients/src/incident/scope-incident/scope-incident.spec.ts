import { decisions } from '#libs/testing';
import { incidentClosed, incidentRecorded, incidentScoped } from '../../testing/incident.builders.js';
import { incident } from '../incident.js';
import { ScopeIncident, scopeIncident } from './scope-incident.js';

const spec = decisions(incident, scopeIncident);
const scoping = (changed: Partial<ScopeIncident['data']> = {}) => {
  const { data, occurredAt: scopedAt } = incidentScoped();
  return new ScopeIncident({ ...data, scopedAt, ...changed });
};

describe('saying whose data it was', () => {
  const wider = { accountIds: ['a', 'b'], endedAt: null };

  it('takes the place of what was thought before', () => {
    spec.given(incidentRecorded()).when(scoping(wider)).then(incidentScoped(wider));
    const narrower = incidentScoped();
    spec.given(incidentRecorded(), incidentScoped(wider)).when(scoping()).then(narrower);
  });

  it('changes nothing when it says the same, in whatever order', () => {
    spec.given(incidentRecorded()).when(scoping()).thenNothing();
    const again = scoping({ ...wider, accountIds: ['b', 'a'] });
    spec.given(incidentRecorded(), incidentScoped(wider)).when(again).thenNothing();
  });

  it('is for an incident that is known and open, and for a time that can be', () => {
    spec.given().when(scoping(wider)).thenRefused('unknown-incident');
    const closed = incidentClosed({ outcome: 'no-incident' });
    spec.given(incidentRecorded(), closed).when(scoping(wider)).thenRefused('incident-closed');
    const endedAt = '2026-03-01T07:00:00.000Z';
    spec.given(incidentRecorded()).when(scoping({ endedAt })).thenRefused('ends-before-it-began');
  });
});
