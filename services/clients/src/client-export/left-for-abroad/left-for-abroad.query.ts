import { Injectable } from '@nestjs/common';
import { ScopedReads, Views } from '#libs/service';
import { WITH_SURVIVORS } from '../../client-link/survivors.js';

export interface CountedAbroad {
  readonly year: number;
  readonly clients: number;
  readonly sensitive: number;
}

/** Who was merged since counts as the one she is read as, once. */
const COUNT = `${WITH_SURVIVORS}, person as (
    select coalesce("survivorId", row."clientId") as id, bool_or(sensitive) as sensitive
      from left_for_abroad as row left join survivor on survivor."clientId" = row."clientId"
     where year = $1 group by 1
  ) select count(*)::int as clients, (count(*) filter (where sensitive))::int as sensitive from person`;

@Injectable()
export class LeftForAbroadQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  async in(year: number, minPosition?: number): Promise<CountedAbroad> {
    await this.views.reached(['left_for_abroad', 'merged_client'], minPosition);
    const [counted] = await this.reads.query<Omit<CountedAbroad, 'year'>>(COUNT, [year]);
    return { year, ...counted! };
  }
}
