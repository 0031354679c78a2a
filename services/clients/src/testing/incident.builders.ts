import type {
  IncidentClosed,
  IncidentRecorded,
  IncidentScoped,
  IncidentTold,
} from '../incident/incident.events.js';

const incidentId = '01900000-0000-7000-8000-0000000000f1';
const account = '01900000-0000-7000-8000-0000000000a1';

/** A grave one: her account was open to somebody else from eight to ten, which was found at noon. */
export const incidentRecorded = (
  data: Partial<IncidentRecorded['data']> = {},
  occurredAt = '2026-03-01T13:00:00.000Z',
): IncidentRecorded => ({
  type: 'IncidentRecorded',
  occurredAt,
  policyVersion: 'incident@1',
  data: {
    ...{ incidentId, kind: 'leaked', grave: true, accountIds: [account], clientIds: [], reference: null },
    beganAt: '2026-03-01T08:00:00.000Z',
    endedAt: '2026-03-01T10:00:00.000Z',
    foundAt: '2026-03-01T12:00:00.000Z',
    clocks: [
      { clock: 'grave-incident', dueAt: '2026-03-01T16:00:00.000Z' },
      { clock: 'breach', dueAt: '2026-03-04T12:00:00.000Z' },
    ],
    ...data,
  },
});

export const incidentScoped = (
  data: Partial<IncidentScoped['data']> = {},
  occurredAt = '2026-03-01T14:00:00.000Z',
): IncidentScoped => {
  const { accountIds, clientIds, beganAt, endedAt } = incidentRecorded().data;
  return {
    type: 'IncidentScoped',
    occurredAt,
    data: { incidentId, accountIds, clientIds, beganAt, endedAt, ...data },
  };
};

export const incidentTold = (
  data: Partial<IncidentTold['data']> = {},
  occurredAt = '2026-03-01T15:00:00.000Z',
): IncidentTold => ({
  type: 'IncidentTold',
  occurredAt,
  data: { incidentId, to: 'authority', by: 'portal', reference: null, ...data },
});

export const incidentClosed = (
  data: Partial<IncidentClosed['data']> = {},
  occurredAt = '2026-03-05T02:00:00.000Z',
): IncidentClosed => ({
  type: 'IncidentClosed',
  occurredAt,
  data: { incidentId, outcome: 'told', ...data },
});
