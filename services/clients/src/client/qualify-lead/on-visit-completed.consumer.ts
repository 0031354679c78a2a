import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { visitCompleted } from '#contracts/visits/visit-completed.v1';
import type { Message } from '#libs/contracts';
import { EventStore } from '#libs/event-store';
import { client } from '../client.js';
import { QualifyLead } from './qualify-lead.js';

/** A lead who came is a client. Hardly any visit is a lead's; the log itself knows one that was added a moment ago. */
@Controller()
export class QualifyLeadOnVisitCompleted {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
  ) {}

  @EventPattern(visitCompleted.type)
  async on({ data }: Message<typeof visitCompleted>): Promise<void> {
    const { clientId, visitId, completedAt: qualifiedAt } = data;
    if (clientId === null) return;
    const { state } = await this.events.load(client, clientId);
    if (state.status !== 'lead' || state.erased === true) return;
    await this.commands.execute(new QualifyLead({ clientId, visitId, qualifiedAt }));
  }
}
