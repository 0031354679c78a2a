import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { unerased } from '#libs/service';
import { member } from '../member.js';
import { EnrolMember, enrolMember } from './enrol-member.js';

@CommandHandler(EnrolMember)
export class EnrolMemberHandler implements ICommandHandler<EnrolMember, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: EnrolMember): Promise<Committed> {
    const { clientId, reason } = command.data;
    return this.events.transact(member, clientId, (state) => enrolMember(command, state), {
      expectNew: true,
      provided: reason === 'asked' ? (log) => unerased([clientId], log) : undefined, // what was told stands
    });
  }
}
