import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { CANCELLED_BY, type CancelledBy } from '../appointment.events.js';
import { CancelAppointment } from './cancel-appointment.js';

class CancelAppointmentBody {
  /** Who does not want it any more, or cannot. */
  @OneOf(CANCELLED_BY)
  by!: CancelledBy;
}

@ApiTags('appointments')
@Controller('v1/appointments/:appointmentId/cancellation')
export class CancelAppointmentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({ summary: 'Cancel an appointment; its time is free again' })
  @Answers(z.strictObject({ appointmentId: z.uuid(), ...committed }))
  async cancel(
    @Param('appointmentId', ParseId) appointmentId: string,
    @Body() { by }: CancelAppointmentBody,
  ): Promise<Committed & { appointmentId: string }> {
    const cancelledAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<CancelAppointment, Committed>(
      new CancelAppointment({ appointmentId, by, cancelledAt }),
    );
    return { appointmentId, ...committed };
  }
}
