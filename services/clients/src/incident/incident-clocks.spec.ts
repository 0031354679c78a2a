import { incidentClosed, incidentRecorded, incidentTold } from '../testing/incident.builders.js';
import type { IncidentEvent } from './incident.events.js';
import { clocksOf } from './incident-clocks.js';
import { incident, type KnownIncident } from './incident.js';

const standings = (now: string, ...facts: IncidentEvent[]) => {
  const state = [incidentRecorded(), ...facts].reduce(incident.evolve, incident.initial);
  return clocksOf(state as KnownIncident, now).map(({ standing }) => standing);
};
const [FOUR, SEVENTY_TWO] = ['2026-03-01T16:00:00.000Z', '2026-03-04T12:00:00.000Z'];
const after = (instant: string) => new Date(Date.parse(instant) + 1).toISOString();

describe('the clocks of an incident', () => {
  it('run out after 4 and after 72 hours', () => {
    expect(standings(FOUR)).toEqual(['due', 'due']);
    expect(standings(after(FOUR))).toEqual(['overdue', 'due']);
    expect(standings(SEVENTY_TWO)).toEqual(['overdue', 'due']);
    expect(standings(after(SEVENTY_TWO))).toEqual(['overdue', 'overdue']);
  });

  it('stop when the authority is told for the first time, in whatever order that is recorded', () => {
    const [early, late] = [incidentTold({}, FOUR), incidentTold({}, after(FOUR))];
    const whenever = '2027-01-01T00:00:00.000Z';
    expect(standings(whenever, early)).toEqual(['kept', 'kept']);
    expect(standings(whenever, late)).toEqual(['late', 'kept']);
    expect(standings(whenever, late, early)).toEqual(['kept', 'kept']);
  });

  it('do not stop when the people are told alone', () => {
    expect(standings(after(FOUR), incidentTold({ to: 'people' }))).toEqual(['overdue', 'due']);
  });

  it('are none where it was no incident', () => {
    const closed = incidentClosed({ outcome: 'no-incident' });
    expect(standings(after(SEVENTY_TWO), closed)).toEqual(['none', 'none']);
  });
});
