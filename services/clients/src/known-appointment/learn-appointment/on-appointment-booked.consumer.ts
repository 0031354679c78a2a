import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { appointmentBooked } from '#contracts/visits/appointment-booked.v1';
import type { Message } from '#libs/contracts';
import { LearnAppointment } from './learn-appointment.js';

@Controller()
export class LearnAppointmentOnAppointmentBooked {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(appointmentBooked.type)
  async on({ data }: Message<typeof appointmentBooked>): Promise<void> {
    const { appointmentId, clientId, storeId, bookedAt: toldAt, ...time } = data;
    await this.commands.execute(new LearnAppointment({ appointmentId, clientId, storeId, time, toldAt }));
  }
}
