import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { knownAppointment } from '../known-appointment.js';
import { LearnAppointment, learnAppointment } from './learn-appointment.js';

@CommandHandler(LearnAppointment)
export class LearnAppointmentHandler implements ICommandHandler<LearnAppointment, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: LearnAppointment): Promise<Committed> {
    return this.events.transact(knownAppointment, command.data.clientId, (state) =>
      learnAppointment(command, state),
    );
  }
}
