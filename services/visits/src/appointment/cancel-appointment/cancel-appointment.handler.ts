import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore, type Committed } from '#libs/event-store';
import { appointment } from '../appointment.js';
import { CancelAppointment, cancelAppointment } from './cancel-appointment.js';

@CommandHandler(CancelAppointment)
export class CancelAppointmentHandler implements ICommandHandler<CancelAppointment, Committed> {
  constructor(private readonly events: EventStore) {}

  execute(command: CancelAppointment): Promise<Committed> {
    const { appointmentId } = command.data;
    return this.events.transact(appointment, appointmentId, (state) => cancelAppointment(command, state));
  }
}
