import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { store } from '../store.js';
import { EndMedicalLicence, endMedicalLicence } from './end-medical-licence.js';

@CommandHandler(EndMedicalLicence)
export class EndMedicalLicenceHandler implements ICommandHandler<EndMedicalLicence, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: EndMedicalLicence): Promise<Committed> {
    return this.events.transact(store, command.data.storeId, (state) => endMedicalLicence(command, state));
  }
}
