import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { appointment } from '../appointment.js';
import { KeepAppointment, keepAppointment } from './keep-appointment.js';

@CommandHandler(KeepAppointment)
export class KeepAppointmentHandler implements ICommandHandler<KeepAppointment, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: KeepAppointment): Promise<Committed> {
    const { appointmentId } = command.data;
    return this.events.transact(appointment, appointmentId, (state) => keepAppointment(command, state));
  }
}
