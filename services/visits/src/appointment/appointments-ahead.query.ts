import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore } from '#libs/event-store';
import { Views } from '#libs/service';

@Injectable()
export class AppointmentsAheadQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventStore,
    private readonly views: Views,
  ) {}

  /** Ids of what is booked for a client, in any store, and begins after an instant; as the log has it now. Throws while the list is behind it. */
  async of(clientId: string, after: string): Promise<string[]> {
    if (!(await this.views.reached('appointment_list', await this.events.head())))
      throw new Error('The list of appointments is behind its log.');
    const rows = await this.dataSource.query<{ appointmentId: string }[]>(
      `select "appointmentId" from appointment_list
        where "clientId" = $1 and status = 'booked' and "startsAt" > $2 order by "startsAt"`,
      [clientId, after],
    );
    return rows.map(({ appointmentId }) => appointmentId);
  }
}
