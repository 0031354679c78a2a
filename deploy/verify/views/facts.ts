import type { Recorded } from '#libs/event-sourcing';
import type { ServiceData } from '../service-data.js';

const PAGE = 200;

const LOG = `
select position, version, id, stream, type, data, occurred_at as "occurredAt", recorded_at as "recordedAt",
       store_id as "storeId", policy_version as "policyVersion", actor, command_id as "commandId",
       correlation_id as "correlationId", causation_id as "causationId"
  from event where position > $1 and position <= $2 order by position limit ${PAGE}`;

/** Reporting's views follow the messages it has kept. */
const KEPT = `
select position, 0 as version, id, subject as stream, type, data, occurred_at as "occurredAt",
       recorded_at as "recordedAt", source as actor, id as "commandId",
       correlation_id as "correlationId", causation_id as "causationId"
  from kept_message where position > $1 and position <= $2 order by position limit ${PAGE}`;

/** What the views of a service follow, page by page, from the first up to a position. */
export async function* factsUpTo(service: ServiceData, position: number): AsyncGenerator<Recorded[]> {
  const source = service.name === 'reporting' ? KEPT : LOG;
  for (let reached = 0; reached < position;) {
    const page = await service.rows<Recorded>(source, [reached, position]);
    if (page.length === 0) return;
    yield page;
    reached = page.at(-1)!.position;
  }
}
