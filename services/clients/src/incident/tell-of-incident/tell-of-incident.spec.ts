import { decisions } from '#libs/testing';
import { incidentClosed, incidentRecorded, incidentTold } from '../../testing/incident.builders.js';
import { incident } from '../incident.js';
import { TellOfIncident, tellOfIncident } from './tell-of-incident.js';

const spec = decisions(incident, tellOfIncident);
const telling = (fact = incidentTold()) => new TellOfIncident({ ...fact.data, toldAt: fact.occurredAt });

describe('telling of an incident', () => {
  it('keeps who was told, when and by what; again is no other telling', () => {
    spec.given(incidentRecorded()).when(telling()).then(incidentTold());
    spec.given(incidentRecorded(), incidentTold()).when(telling()).thenNothing();
  });

  it('keeps each telling: of others, later, or by something else', () => {
    const others = [
      incidentTold({ to: 'people' }),
      incidentTold({ by: 'letter' }),
      incidentTold({ reference: 'letter 7' }),
      incidentTold({}, '2026-03-02T15:00:00.000Z'),
    ];
    for (const other of others)
      spec.given(incidentRecorded(), incidentTold()).when(telling(other)).then(other);
  });

  it('comes after it was found, and before it is closed', () => {
    spec.given().when(telling()).thenRefused('unknown-incident');
    const early = incidentTold({}, '2026-03-01T11:59:59.999Z');
    spec.given(incidentRecorded()).when(telling(early)).thenRefused('told-before-found');
    const closed = incidentClosed({ outcome: 'no-incident' });
    spec.given(incidentRecorded(), closed).when(telling()).thenRefused('incident-closed');
  });
});
