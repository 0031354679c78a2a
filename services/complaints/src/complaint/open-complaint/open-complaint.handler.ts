import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { unerased } from '#libs/service';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { complaint } from '../complaint.js';
import { withinADay } from './answer-clock.js';
import { OpenComplaint, openComplaint } from './open-complaint.js';

@CommandHandler(OpenComplaint)
export class OpenComplaintHandler implements ICommandHandler<OpenComplaint, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly stores: KnownStoresQuery,
  ) {}

  async execute(command: OpenComplaint): Promise<Committed> {
    const { complaintId, clientId, storeId } = command.data;
    const decide = openComplaint(withinADay, await this.stores.timeZoneOf(storeId));
    return this.events.transact(complaint, complaintId, (state) => decide(command, state), {
      expectNew: true,
      provided: (log) => unerased([clientId], log),
    });
  }
}
