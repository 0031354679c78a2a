import type pg from 'pg';
import type { Recorded } from '#libs/event-sourcing';
import { firstAnswer, type KnownEvent } from './append-call.js';
import type { AppendResult } from './append-request.js';
import type { CommandContext } from './command-context.js';
import { EVENT_COLUMNS, toRecorded, type EventRow } from './event-row.js';

const PAGE = 1_000;

/** Which facts of a part of the log. */
export interface Sought {
  readonly after: number;
  readonly upTo: number;
  readonly actor?: string;
  readonly type?: string;
  readonly limit: number;
}

/** Reads a log; what is read is durable. */
export class LogReader {
  constructor(readonly pool: pg.Pool) {}

  /** Facts of one stream after a version, oldest first. */
  async readStream(stream: string, afterVersion = 0, limit = PAGE): Promise<Recorded[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-stream',
      text: `select ${EVENT_COLUMNS} from event where stream = $1 and version > $2 order by version limit $3`,
      values: [stream, afterVersion, limit],
    });
    return rows.map(toRecorded);
  }

  /** Facts of each of these streams after a version of it, in its order; so many of each at most. */
  protected async readNews(
    streams: readonly { readonly stream: string; readonly version: number }[],
    most = PAGE,
  ): Promise<Recorded[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-news',
      text: `select news.* from unnest($1::text[], $2::integer[]) as known(stream, version)
              cross join lateral (
                select ${EVENT_COLUMNS} from event where event.stream = known.stream and event.version > known.version
                 order by event.version limit $3) as news`,
      values: [streams.map(({ stream }) => stream), streams.map(({ version }) => version), most],
    });
    return rows.map(toRecorded);
  }

  /** All facts of these streams, in the order they were recorded. */
  async readStreams(streams: readonly string[]): Promise<Recorded[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-streams',
      text: `select ${EVENT_COLUMNS} from event where stream = any($1) order by position`,
      values: [streams],
    });
    return rows.map(toRecorded);
  }

  /** Facts of a part of the log, of one actor or type where that is said, in order. */
  async readSome({ after, upTo, actor, type, limit }: Sought): Promise<Recorded[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-some',
      text: `select ${EVENT_COLUMNS} from event
              where position > $1 and position <= $2
                and ($3::text is null or actor = $3) and ($4::text is null or type = $4)
              order by position limit $5`,
      values: [after, upTo, actor, type, limit],
    });
    return rows.map(toRecorded);
  }

  /** Facts of the whole log after a position, in order. */
  async readAll(afterPosition: number, limit = PAGE): Promise<Recorded[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'read-all',
      text: `select ${EVENT_COLUMNS} from event where position > $1 order by position limit $2`,
      values: [afterPosition, limit],
    });
    return rows.map(toRecorded);
  }

  /** Position of the last fact; 0 for an empty log. */
  async head(): Promise<number> {
    const { rows } = await this.pool.query<{ position: number }>('select position from head');
    return rows[0]!.position;
  }

  /** What a command that was done before was answered; undefined for one that was not. Throws `CommandIdReused`. */
  protected async answered(context: CommandContext): Promise<AppendResult | undefined> {
    const { rows } = await this.pool.query<KnownEvent>({
      name: 'answered',
      text: 'select stream, version, position, request_hash as hash from event where command_id = $1 order by position',
      values: [context.commandId],
    });
    if (rows.length === 0) return undefined;
    const first = firstAnswer(context, rows);
    if (first instanceof Error) throw first;
    return first;
  }
}
