import { Injectable } from '@nestjs/common';
import { page, type Page } from '#libs/http';
import { ScopedReads, Views } from '#libs/service';
import type { AppointmentRow } from './appointment-list.projection.js';

export interface AppointmentFilter {
  readonly storeId?: string;
  readonly staffId?: string;
  readonly clientId?: string;
  readonly status?: string;
  /** Days at the store, both included. */
  readonly from?: string;
  readonly to?: string;
}

@Injectable()
export class AppointmentListQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
  ) {}

  async list(
    { storeId, staffId, clientId, status, from, to }: AppointmentFilter,
    cursor = '',
    limit = 100,
    minPosition?: number,
  ): Promise<Page<AppointmentRow>> {
    await this.views.reached('appointment_list', minPosition);
    const [afterStart, afterAppointment = ''] = cursor.split(' ');
    const rows = await this.reads.query<AppointmentRow>(
      `select * from appointment_list
        where ($1::text is null or "storeId" = $1)
          and ($2::text is null or "staffId" = $2)
          and ($3::text is null or "clientId" = $3)
          and ($4::text is null or status = $4)
          and ($5::text is null or "startsOn" >= $5)
          and ($6::text is null or "startsOn" <= $6)
          and ("startsAt", "appointmentId") > ($7, $8)
        order by "startsAt", "appointmentId" limit $9`,
      [storeId, staffId, clientId, status, from, to, afterStart, afterAppointment, limit + 1],
    );
    return page(rows, limit, ({ startsAt, appointmentId }) => `${startsAt} ${appointmentId}`);
  }
}
