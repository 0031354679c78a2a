import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { commandContext, EventStore, type Committed } from '#libs/event-store';
import { clientExport } from '../client-export.js';
import { ExportClients, exportClients, refuseOver } from './export-clients.js';
import { exportPolicy } from './export-policy.js';

@CommandHandler(ExportClients)
export class ExportClientsHandler implements ICommandHandler<ExportClients, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: ExportClients): Promise<Committed> {
    const decide = exportClients(exportPolicy);
    const person = commandContext().actor ?? 'nobody';
    const { state } = await this.events.load(clientExport, person);
    refuseOver(command, state);
    return this.events.transact(clientExport, person, (state) => decide(command, state));
  }
}
