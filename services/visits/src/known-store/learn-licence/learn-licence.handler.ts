import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownStore } from '../known-store.js';
import { LearnLicence, learnLicence } from './learn-licence.js';

@CommandHandler(LearnLicence)
export class LearnLicenceHandler implements ICommandHandler<LearnLicence, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnLicence): Promise<Committed> {
    return this.events.transact(knownStore, command.data.storeId, (state) => learnLicence(command, state));
  }
}
