import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { companionGroup } from '../companion-group.js';
import { ArrangeCompanions, arrangeCompanions } from './arrange-companions.js';

@CommandHandler(ArrangeCompanions)
export class ArrangeCompanionsHandler implements ICommandHandler<ArrangeCompanions, Committed> {
  constructor(
    private readonly events: EventStore,
    private readonly clients: KnownClientQuery,
  ) {}

  /** Of clients whom whoever asks may see. */
  async execute(command: ArrangeCompanions): Promise<Committed> {
    const { groupId, memberIds } = command.data;
    await Promise.all(memberIds.map((clientId) => this.check(clientId)));
    return this.events.transact(companionGroup, groupId, (state) => arrangeCompanions(command, state));
  }

  private async check(clientId: string): Promise<void> {
    const { erased = false } = await this.clients.one(clientId);
    if (erased) throw new Rejection('erased', 'The data of this person was erased.', { clientId });
  }
}
