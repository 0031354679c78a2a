import { z } from 'zod';
import { CLOCKS, INCIDENT_KINDS, OUTCOMES, TOLD_BY, TOLD_TO } from './incident.events.js';
import { clocksOf, STANDINGS } from './incident-clocks.js';
import type { KnownIncident } from './incident.js';

const at = z.iso.datetime();

export const incidentAnswer = z.strictObject({
  incidentId: z.uuid(),
  kind: z.enum(INCIDENT_KINDS),
  grave: z.boolean(),
  beganAt: at,
  endedAt: at.nullable().describe('Null while it goes on'),
  foundAt: at,
  accountIds: z.array(z.uuid()).readonly(),
  clientIds: z
    .array(z.uuid())
    .readonly()
    .describe('Who was named; all whom it affects are a list of their own'),
  reference: z.string().nullable(),
  clocks: z
    .array(z.strictObject({ clock: z.enum(CLOCKS), dueAt: at, standing: z.enum(STANDINGS) }))
    .describe('By when the authority is told, and how that stands now'),
  tellings: z
    .array(
      z.strictObject({
        to: z.enum(TOLD_TO),
        by: z.enum(TOLD_BY),
        toldAt: at,
        reference: z.string().nullable(),
      }),
    )
    .readonly(),
  closed: z.strictObject({ outcome: z.enum(OUTCOMES), closedAt: at }).nullable(),
});

export type IncidentAnswer = z.infer<typeof incidentAnswer>;

export const answerOf = (known: KnownIncident, now: string): IncidentAnswer => ({
  ...known,
  clocks: clocksOf(known, now),
});
