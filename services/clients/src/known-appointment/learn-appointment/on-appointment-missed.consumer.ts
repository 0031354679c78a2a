import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { appointmentMissed } from '#contracts/visits/appointment-missed.v1';
import type { Message } from '#libs/contracts';
import { LearnAppointment } from './learn-appointment.js';

@Controller()
export class LearnAppointmentOnAppointmentMissed {
  constructor(private readonly commands: CommandBus) {}

  @EventPattern(appointmentMissed.type)
  async on({ data }: Message<typeof appointmentMissed>): Promise<void> {
    const { appointmentId, clientId, storeId, missedAt: toldAt } = data;
    await this.commands.execute(
      new LearnAppointment({ appointmentId, clientId, storeId, time: null, toldAt }),
    );
  }
}
