import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { appointmentCancelled } from '#contracts/visits/appointment-cancelled.v1';
import type { Message } from '#libs/contracts';
import { LearnAppointment } from './learn-appointment.js';

@Controller()
export class LearnAppointmentOnAppointmentCancelled {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(appointmentCancelled.type)
  async on({ data }: Message<typeof appointmentCancelled>): Promise<void> {
    const { appointmentId, clientId, storeId, cancelledAt: toldAt } = data;
    await this.commands.execute(
      new LearnAppointment({ appointmentId, clientId, storeId, time: null, toldAt }),
    );
  }
}
