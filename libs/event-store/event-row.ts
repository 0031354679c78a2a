import type { Recorded } from '#libs/event-sourcing';

/** A row of the log as the driver gives it. */
export interface EventRow {
  position: number;
  version: number;
  id: string;
  command_id: string;
  correlation_id: string;
  causation_id: string | null;
  occurred_at: string;
  recorded_at: string;
  stream: string;
  type: string;
  store_id: string | null;
  actor: string | null;
  policy_version: string | null;
  data: unknown;
}

export const EVENT_COLUMNS =
  'position, version, id, command_id, correlation_id, causation_id, occurred_at, recorded_at, stream, type, store_id, actor, policy_version, data';

/** `2026-03-01 09:00:00.12+00`, as PostgreSQL writes an instant in UTC, to ISO 8601 with milliseconds. */
export const toInstant = (text: string): string => {
  const fraction = text.length > 22 ? text.slice(20, -3) : '';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
};

export const toRecorded = (row: EventRow): Recorded => ({
  type: row.type,
  data: row.data,
  occurredAt: row.occurred_at,
  storeId: row.store_id,
  policyVersion: row.policy_version,
  id: row.id,
  stream: row.stream,
  version: row.version,
  position: row.position,
  recordedAt: row.recorded_at,
  actor: row.actor,
  commandId: row.command_id,
  correlationId: row.correlation_id,
  causationId: row.causation_id,
});
