import { decisions } from '#libs/testing';
import { incidentRecorded } from '../../testing/incident.builders.js';
import { incident } from '../incident.js';
import { incidentPolicy } from '../incident-policy.js';
import { RecordIncident, recordIncident } from './record-incident.js';

const spec = decisions(incident, recordIncident(incidentPolicy));
const recorded = incidentRecorded();
const recording = (changed: Partial<RecordIncident['data']> = {}) => {
  const { clocks: _, ...told } = recorded.data;
  return new RecordIncident({ ...told, recordedAt: recorded.occurredAt, ...changed });
};

describe('recording an incident', () => {
  it('starts the clocks of 4 and of 72 hours when it was found, however late that is recorded', () => {
    spec.given().when(recording()).then(recorded);
    const late = '2026-03-09T02:00:00.000Z';
    spec
      .given()
      .when(recording({ recordedAt: late }))
      .then(incidentRecorded({}, late));
  });

  it('has no clock of 4 hours where it is not grave', () => {
    const [, breach] = recorded.data.clocks;
    spec
      .given()
      .when(recording({ grave: false }))
      .then(incidentRecorded({ grave: false, clocks: [breach!] }));
  });

  it('is one incident, however often it is recorded', () => {
    spec.given(recorded).when(recording()).thenNothing();
  });

  it('goes on until somebody says when it ended', () => {
    spec
      .given()
      .when(recording({ endedAt: null }))
      .then(incidentRecorded({ endedAt: null }));
  });

  it('begins before it ends and before it is found', () => {
    const beganAt = '2026-03-01T12:00:00.001Z';
    spec
      .given()
      .when(recording({ beganAt, endedAt: null }))
      .thenRefused('found-before-it-began');
    const endedAt = '2026-03-01T07:59:59.999Z';
    spec.given().when(recording({ endedAt })).thenRefused('ends-before-it-began');
  });
});
