import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { checkRun } from '../check-run.js';
import { SettleFinding, settleFinding } from './settle-finding.js';

@CommandHandler(SettleFinding)
export class SettleFindingHandler implements ICommandHandler<SettleFinding, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: SettleFinding): Promise<Committed> {
    return this.events.transact(checkRun, command.data.runId, (state) => settleFinding(command, state));
  }
}
