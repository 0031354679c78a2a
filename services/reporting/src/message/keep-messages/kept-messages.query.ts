import type { DataSource } from 'typeorm';
import type { LogSource } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';

interface KeptRow {
  position: number;
  id: string;
  source: string;
  type: string;
  subject: string;
  occurred_at: string;
  recorded_at: string;
  correlation_id: string;
  causation_id: string | null;
  data: unknown;
}

/** Kept messages as a log that views follow, in the order in which they came. */
export class KeptMessagesQuery implements LogSource {
  constructor(private readonly dataSource: DataSource) {}

  async readAll(afterPosition: number, limit: number): Promise<Recorded[]> {
    const rows = await this.dataSource.query<KeptRow[]>(
      `select position, id, source, type, subject, occurred_at, recorded_at, correlation_id, causation_id, data
         from kept_message where position > $1 order by position limit $2`,
      [afterPosition, limit],
    );
    return rows.map(recordedOf);
  }

  async head(): Promise<number> {
    const rows = await this.dataSource.query<{ position: number }[]>('select position from kept_head');
    return rows[0]!.position;
  }
}

const recordedOf = (row: KeptRow): Recorded => ({
  type: row.type,
  data: row.data,
  occurredAt: row.occurred_at,
  id: row.id,
  stream: row.subject,
  version: 0, // the order within its stream is its own service's affair
  position: row.position,
  recordedAt: row.recorded_at,
  actor: row.source,
  commandId: row.id,
  correlationId: row.correlation_id,
  causationId: row.causation_id,
});
