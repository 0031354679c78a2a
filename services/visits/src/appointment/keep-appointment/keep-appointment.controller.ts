import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, Instant, Optional, ParseId, toldAt } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KeepAppointment } from './keep-appointment.js';

class KeepAppointmentBody {
  /** Now, when left out. */
  @Optional()
  @Instant()
  arrivedAt?: string;
}

@ApiTags('appointments')
@Controller('v1/appointments/:appointmentId/arrival')
export class KeepAppointmentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({ summary: 'Record that she has come' })
  @Answers(z.strictObject({ appointmentId: z.uuid(), ...committed }))
  async keep(
    @Param('appointmentId', ParseId) appointmentId: string,
    @Body() body: KeepAppointmentBody,
  ): Promise<Committed & { appointmentId: string }> {
    const arrivedAt = toldAt(body.arrivedAt, this.clock);
    const committed = await this.commands.execute<KeepAppointment, Committed>(
      new KeepAppointment({ appointmentId, arrivedAt }),
    );
    return { appointmentId, ...committed };
  }
}
