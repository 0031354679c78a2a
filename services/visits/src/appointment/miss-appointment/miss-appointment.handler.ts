import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { appointment } from '../appointment.js';
import { MissAppointment, missAppointment } from './miss-appointment.js';

@CommandHandler(MissAppointment)
export class MissAppointmentHandler implements ICommandHandler<MissAppointment, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: MissAppointment): Promise<Committed> {
    const { appointmentId } = command.data;
    return this.events.transact(appointment, appointmentId, (state) => missAppointment(command, state));
  }
}
