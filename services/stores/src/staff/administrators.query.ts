import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { Turns, Views } from '#libs/service';
import { staff } from './staff.js';

/** A chain without an administrator cannot have one again, so the last one stays. */
@Injectable()
export class AdministratorsQuery {
  constructor(
    private readonly events: EventStore,
    private readonly dataSource: DataSource,
    private readonly views: Views,
    private readonly turns: Turns,
  ) {}

  /** Does what takes somebody's role from her; of two at once, one after the other. Refuses with `last-admin`; not what was done before. */
  async butOne<T>(staffId: string, work: () => Promise<T>): Promise<T> {
    const { state } = await this.events.load(staff, staffId);
    if (state.status !== 'employed' || state.role !== 'hq-admin' || (await this.events.wasDone()))
      return work();
    return this.turns.take('administrators', async () => {
      if (await this.isLast(staffId))
        throw new Rejection('last-admin', 'She is the only administrator: make somebody else one first.');
      return work();
    });
  }

  private async isLast(staffId: string): Promise<boolean> {
    const [head] = await this.dataSource.query<{ position: number }[]>('select position from head');
    if (!(await this.views.reached('staff_list', head?.position)))
      throw new ServiceUnavailableException('Who else is an administrator is not known yet: try again.');
    const others = await this.dataSource.query<unknown[]>(
      `select from staff_list where role = 'hq-admin' and status = 'employed' and "staffId" <> $1 limit 1`,
      [staffId],
    );
    return others.length === 0;
  }
}
