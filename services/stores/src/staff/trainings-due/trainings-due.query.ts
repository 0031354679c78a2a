import { Inject, Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import type { Clock } from '#libs/event-sourcing';
import { EventStore } from '#libs/event-store';
import { page, type Page } from '#libs/http';
import { CLOCK, ScopedReads, Views } from '#libs/service';
import { known as knownStore, store } from '../../store/store.js';
import type { AtWorkRow } from '../at-work-row.js';
import { trainingsOf, type TrainingStanding } from '../post-training.js';
import { PostTrainingQuery } from '../post-training.query.js';
import type { Post } from '../staff.events.js';
import { assignedPost } from '../work-record.js';

export type TrainingDue = TrainingStanding & { readonly staffId: string; readonly post: Post };

interface Asked {
  readonly storeId: string;
  readonly on?: string;
  readonly standing?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly minPosition?: number;
}

@Injectable()
export class TrainingsDueQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly events: EventStore,
    private readonly trainings: PostTrainingQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A page of those who ever worked there, with each training that the posts of those who do on the day ask for. */
  async list(asked: Asked): Promise<Page<TrainingDue>> {
    const { storeId, on, standing, cursor = '', limit = 100, minPosition } = asked;
    await this.views.reached('at_work', minPosition);
    const { opening } = knownStore(storeId, (await this.events.see(store, storeId)).state);
    const day = on ?? dayOf(this.clock.now().toISOString(), opening.timeZone);
    const required = await this.trainings.of(storeId, day);
    const rows = await this.reads.query<AtWorkRow>(
      'select * from at_work where "storeIds" ? $1 and "staffId" > $2 order by "staffId" limit $3',
      [storeId, cursor, limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ staffId }) => staffId);
    const due = items.flatMap(({ staffId, work, trainings }) => {
      const post = assignedPost(work, opening, day);
      if (post === undefined) return [];
      return trainingsOf(required, post, trainings, day).map((one) => ({ staffId, post, ...one }));
    });
    return { items: due.filter((one) => (standing ?? one.standing) === one.standing), nextCursor };
  }
}
