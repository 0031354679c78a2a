import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { appointmentMoved } from '#contracts/visits/appointment-moved.v1';
import type { Message } from '#libs/contracts';
import { LearnAppointment } from './learn-appointment.js';

@Controller()
export class LearnAppointmentOnAppointmentMoved {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(appointmentMoved.type)
  async on({ data }: Message<typeof appointmentMoved>): Promise<void> {
    const { appointmentId, clientId, storeId, movedAt: toldAt, ...time } = data;
    await this.commands.execute(new LearnAppointment({ appointmentId, clientId, storeId, time, toldAt }));
  }
}
