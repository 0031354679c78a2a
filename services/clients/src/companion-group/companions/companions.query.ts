import { Injectable } from '@nestjs/common';
import { Rejection } from '#libs/event-sourcing';
import { ScopedReads, Views } from '#libs/service';
import { WITH_SURVIVORS } from '../../client-link/survivors.js';
import type { CompanionGroupRow } from './companion-group.projection.js';

const VIEWS = ['companion_group', 'client_of_store', 'merged_client'];
const MOST = 100;

/** Who was erased, who is restricted and who is another store's is not among them; who was merged is read as the survivor. */
const groupsWhere = (condition: string): string => `${WITH_SURVIVORS}
  select "groupId", grp."storeId", array_agg(distinct one."clientId") as "memberIds",
         max(one."clientId") filter (where given.id = "leaderId") as "leaderId"
    from companion_group as grp
    cross join unnest("memberIds") as given(id)
    left join survivor on survivor."clientId" = given.id
    join client_of_store as one on one."clientId" = coalesce("survivorId", given.id) and not restricted
   where ${condition}
   group by "groupId", grp."storeId" order by "groupId" limit ${MOST}`;

@Injectable()
export class CompanionsQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  /** Refuses with `unknown-group`, also where nobody of it is left. */
  async one(groupId: string, minPosition?: number): Promise<CompanionGroupRow> {
    const [group] = await this.list('"groupId" = $1', groupId, minPosition);
    if (group !== undefined) return group;
    throw new Rejection('unknown-group', 'There is no such group.', { groupId }, 'not-found');
  }

  /** Groups in which somebody of these is. */
  with(clientIds: readonly string[], minPosition?: number): Promise<CompanionGroupRow[]> {
    return this.list('"memberIds" && $1::text[]', clientIds, minPosition);
  }

  private async list(
    condition: string,
    value: string | readonly string[],
    minPosition?: number,
  ): Promise<CompanionGroupRow[]> {
    await this.views.reached(VIEWS, minPosition);
    return this.reads.query<CompanionGroupRow>(groupsWhere(condition), [value]);
  }
}
