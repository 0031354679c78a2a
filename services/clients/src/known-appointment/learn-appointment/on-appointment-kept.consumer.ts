import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { appointmentKept } from '#contracts/visits/appointment-kept.v1';
import type { Message } from '#libs/contracts';
import { LearnAppointment } from './learn-appointment.js';

@Controller()
export class LearnAppointmentOnAppointmentKept {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(appointmentKept.type)
  async on({ data }: Message<typeof appointmentKept>): Promise<void> {
    const { appointmentId, clientId, storeId, arrivedAt: toldAt } = data;
    await this.commands.execute(
      new LearnAppointment({ appointmentId, clientId, storeId, time: null, toldAt }),
    );
  }
}
