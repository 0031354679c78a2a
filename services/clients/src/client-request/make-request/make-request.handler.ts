import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { REQUEST_DAYS } from '../../clients.config.js';
import { clientRequest } from '../client-request.js';
import { MakeRequest, makeRequest } from './make-request.js';

@CommandHandler(MakeRequest)
export class MakeRequestHandler implements ICommandHandler<MakeRequest, Committed> {
  constructor(
    private readonly events: EventStore,
    @Inject(REQUEST_DAYS) private readonly days: number,
  ) {}

  execute(command: MakeRequest): Promise<Committed> {
    const decide = makeRequest(this.days);
    return this.events.transact(clientRequest, command.data.requestId, (state) => decide(command, state));
  }
}
