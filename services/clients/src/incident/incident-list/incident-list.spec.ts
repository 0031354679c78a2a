import { views } from '#libs/testing';
import {
  incidentClosed,
  incidentRecorded,
  incidentScoped,
  incidentTold,
} from '../../testing/incident.builders.js';
import { incidentList } from './incident-list.projection.js';

const { incidentId, foundAt } = incidentRecorded().data;

describe('the list of incidents', () => {
  const spec = views(incidentList);

  it('has each by when it was found, open until it is closed', () => {
    spec.given(incidentRecorded()).thenRows({ incidentId, foundAt, closed: false });
    spec
      .given(incidentRecorded(), incidentScoped(), incidentTold())
      .thenRows({ incidentId, foundAt, closed: false });
    spec
      .given(incidentRecorded(), incidentTold(), incidentClosed())
      .thenRows({ incidentId, foundAt, closed: true });
  });
});
