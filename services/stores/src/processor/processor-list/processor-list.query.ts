import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import { standingOn, type ProcessorStanding, type Standing } from '../processor-standing.js';
import { checkEngaged, processor, type Processor } from '../processor.js';
import type { ProcessorRow } from './processor-list.projection.js';

export type ListedProcessor = ProcessorStanding & { readonly processorId: string };

interface Asked {
  readonly on?: string;
  readonly standing?: Standing;
  readonly flagged?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class ProcessorListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page of processors, of which those are left out that are not asked for; today is by UTC, for the chain has no place. */
  async list({
    on = dayOf(this.clock.now().toISOString(), 'UTC'),
    ...asked
  }: Asked): Promise<Page<ListedProcessor>> {
    const { standing, flagged, cursor = '', limit = 100, minPosition } = asked;
    await this.views.reached('processor_list', minPosition);
    const rows = await this.reads.query<ProcessorRow>(
      'select * from processor_list where "processorId" > $1 order by "processorId" limit $2',
      [cursor, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ processorId }) => processorId);
    const listed = items.flatMap((row) => {
      const stands = standingOn(row, on);
      return stands === null ? [] : [{ processorId: row.processorId, ...stands }];
    });
    const isAskedFor = (one: ListedProcessor): boolean =>
      (standing === undefined || one.standing === standing) &&
      (flagged === undefined || String(one.faults.length > 0) === flagged);
    return { items: listed.filter(isAskedFor), nextCursor };
  }

  /** All that was agreed with one, found there and given back, as the log has it now. */
  async one(processorId: string): Promise<Processor> {
    const { state } = await this.events.see(processor, processorId);
    checkEngaged(processorId, state);
    return state;
  }
}
