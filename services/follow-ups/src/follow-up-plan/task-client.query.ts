import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { ScopedReads, Views } from '#libs/service';

/** Whose task it is. Tasks are shown by the view that is asked here; one that it lacks is looked for again when it is up to date. */
@Injectable()
export class TaskClientQuery {
  constructor(
    private readonly reads: ScopedReads,
    private readonly views: Views,
    private readonly events: EventStore,
  ) {}

  async find(taskId: string): Promise<string | undefined> {
    const clientId = await this.lookUp(taskId);
    if (clientId !== undefined) return clientId;
    await this.views.reached('follow_up_task', await this.events.head());
    return this.lookUp(taskId);
  }

  private async lookUp(taskId: string): Promise<string | undefined> {
    const rows = await this.reads.query<{ clientId: string }>(
      'select "clientId" from follow_up_task where "taskId" = $1',
      [taskId],
    );
    return rows[0]?.clientId;
  }
}
