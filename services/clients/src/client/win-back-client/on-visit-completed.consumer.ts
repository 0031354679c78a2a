import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import type { Message } from '#libs/contracts';
import { EventStore } from '#libs/event-store';
import { client } from '../client.js';
import { WinBackClient } from './win-back-client.js';

/** Who comes again is with us again. Hardly any visit is of one who left, so that is asked first. */
@Controller()
export class WinBackClientOnVisitCompleted {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
  ) {}

  @EventPattern(visitCompleted.type)
  async on({ data }: Message<typeof visitCompleted>): Promise<void> {
    const { clientId, visitId, completedOn: on, timeZone, completedAt: wonBackAt } = data;
    if (clientId === null) return;
    const { state } = await this.events.load(client, clientId);
    if (state.status === 'unknown' || (state.lost === null && state.restrictedAt === null)) return;
    await this.commands.execute(new WinBackClient({ clientId, visit: { visitId, on, timeZone }, wonBackAt }));
  }
}
