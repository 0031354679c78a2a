import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { streamOf } from '#libs/event-store';
import type { RetentionKept } from './retention-run.events.js';
import { CHAIN, retentionRun } from './retention-run.js';

type Done = Pick<RetentionKept['data'], 'restricted' | 'erased'>;

/** What was done since the last night that was kept, by the log: also by a process that did not get to the end. */
@Injectable()
export class DoneQuery {
  constructor(private readonly dataSource: DataSource) {}

  async sinceLastNight(): Promise<Done> {
    const [done] = await this.dataSource.query<[Done]>(
      `select count(*) filter (where type = 'ClientRestricted')::int as restricted,
              count(*) filter (where type = 'ErasureOrdered')::int as erased
         from event
        where position > (select coalesce(max(position) filter (where type = 'RetentionKept'), min(position), 0)
                            from event where stream = $1)
          and (type = 'ClientRestricted'
               or type = 'ErasureOrdered' and data ->> 'reason' = 'retention-over' and data ->> 'orderedBy' is null)`,
      [streamOf(retentionRun, CHAIN)],
    );
    return done;
  }
}
