import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { store } from '../store.js';
import { RecordMedicalLicence, recordMedicalLicence } from './record-medical-licence.js';

@CommandHandler(RecordMedicalLicence)
export class RecordMedicalLicenceHandler implements ICommandHandler<RecordMedicalLicence, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: RecordMedicalLicence): Promise<Committed> {
    return this.events.transact(store, command.data.storeId, (state) => recordMedicalLicence(command, state));
  }
}
