import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern } from '@nestjs/microservices';
import { clientErased } from '#contracts/clients/client-erased.v1';
import type { Message } from '#libs/contracts';
import { commandContext, derivedId, inCommandContext } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { AppointmentsAheadQuery } from '../appointments-ahead.query.js';
import { CancelAppointment } from './cancel-appointment.js';

const ERASED = '5c0d4f0e-3a0b-5a57-9b2c-6c1d1f0f7e55';

/** Nobody waits for one of whom nothing is known any more: the times of whoever is erased are free again. */
@Controller()
export class CancelAppointmentOnClientErased {
  constructor(
    private readonly commands: CommandBus,
    private readonly ahead: AppointmentsAheadQuery,
  ) {}

  @EventPattern(clientErased.type)
  async on({ data: { clientId, erasedAt: cancelledAt } }: Message<typeof clientErased>): Promise<void> {
    for (const appointmentId of await this.ahead.of(clientId, cancelledAt)) {
      const context = { ...commandContext(), commandId: derivedId(ERASED, appointmentId) };
      const command = new CancelAppointment({ appointmentId, by: 'store', cancelledAt });
      await inCommandContext(context, () => this.commands.execute(command)).catch(unlessOver);
    }
  }
}

/** It may have been kept or missed meanwhile. */
const unlessOver = (error: unknown): void => {
  if (!(error instanceof Rejection && error.code === 'appointment-over')) throw error;
};
