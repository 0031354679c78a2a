import type { Service } from '../../services.js';

/** What somebody did to the data, and what each invariant that no longer holds must say. */
export interface Tampering {
  readonly what: string;
  readonly where: Service | 'bus';
  readonly sql: string;
  readonly told: Readonly<Record<string, RegExp>>;
}

export const firstOf = (type: string): string =>
  `position = (select min(position) from event where type = '${type}')`;
export const LAST = 'position = (select max(position) from event)';
export const set = (path: string, value: string): string =>
  `data = jsonb_set(data::jsonb, '{${path}}', ${value})::json`;

/** The fact on which `where` holds once more, at the end of the log, with the command it came by. */
export const again = (where: string): string => `
  insert into event (position, version, id, command_id, correlation_id, occurred_at, recorded_at, stream, type, data)
  select head.position + 1, (select max(version) + 1 from event where stream = twice.stream), gen_random_uuid(),
         command_id, correlation_id, occurred_at, head.recorded_at, stream, type, data
    from event as twice, head where twice.${where};
  update head set position = position + 1;`;
