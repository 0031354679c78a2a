import { decisions } from '#libs/testing';
import { incidentClosed, incidentRecorded, incidentTold } from '../../testing/incident.builders.js';
import type { Outcome } from '../incident.events.js';
import { incident } from '../incident.js';
import { CloseIncident, closeIncident } from './close-incident.js';

const spec = decisions(incident, closeIncident);
const closing = (outcome: Outcome = 'told') => {
  const { data, occurredAt: closedAt } = incidentClosed({ outcome });
  return new CloseIncident({ ...data, closedAt });
};
const people = incidentTold({ to: 'people' });

describe('closing an incident', () => {
  it('waits until both the authority and the people were told', () => {
    const untold = (...to: string[]) => ['not-told', { untold: to }] as const;
    spec
      .given(incidentRecorded())
      .when(closing())
      .thenRefused(...untold('authority', 'people'));
    spec
      .given(incidentRecorded(), people)
      .when(closing())
      .thenRefused(...untold('authority'));
    spec
      .given(incidentRecorded(), incidentTold())
      .when(closing())
      .thenRefused(...untold('people'));
    spec.given(incidentRecorded(), incidentTold(), people).when(closing()).then(incidentClosed());
  });

  it('does without telling the people where no harm can come to them, and never without the authority', () => {
    const prevented = closing('harm-prevented');
    spec
      .given(incidentRecorded())
      .when(prevented)
      .thenRefused('not-told', { untold: ['authority'] });
    const told = [incidentRecorded(), incidentTold()];
    spec
      .given(...told)
      .when(prevented)
      .then(incidentClosed({ outcome: 'harm-prevented' }));
  });

  it('tells nobody of what was none', () => {
    const none = incidentClosed({ outcome: 'no-incident' });
    spec.given(incidentRecorded()).when(closing('no-incident')).then(none);
  });

  it('happens once, in one way', () => {
    const all = [incidentRecorded(), incidentTold(), people, incidentClosed()];
    spec
      .given(...all)
      .when(closing())
      .thenNothing();
    spec
      .given(...all)
      .when(closing('no-incident'))
      .thenRefused('incident-closed');
    spec.given().when(closing()).thenRefused('unknown-incident');
  });
});
