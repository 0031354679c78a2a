import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { clientRequest } from '../client-request.js';
import { RefuseRequest, refuseRequest } from './refuse-request.js';

@CommandHandler(RefuseRequest)
export class RefuseRequestHandler implements ICommandHandler<RefuseRequest, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: RefuseRequest): Promise<Committed> {
    const { requestId } = command.data;
    return this.events.transact(clientRequest, requestId, (state) => refuseRequest(command, state));
  }
}
