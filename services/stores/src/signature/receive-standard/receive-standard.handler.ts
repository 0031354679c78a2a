import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { document, documentId } from '../../document/document.js';
import { signature, signatureIdOf } from '../signature.js';
import { ReceiveStandard, receiveStandard } from './receive-standard.js';

@CommandHandler(ReceiveStandard)
export class ReceiveStandardHandler implements ICommandHandler<ReceiveStandard, Committed> {
  constructor(private readonly events: EventStore) {}

  async execute(command: ReceiveStandard): Promise<Committed> {
    const { code, storeId, version, staffId } = command.data;
    const standard = documentId('standard', code, storeId);
    const { state } = await this.events.see(document, standard);
    const signatureId = signatureIdOf(standard, version, staffId);
    return this.events.transact(signature, signatureId, (before) =>
      receiveStandard(signatureId, state)(command, before),
    );
  }
}
