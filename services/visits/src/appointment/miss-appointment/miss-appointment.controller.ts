import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { MissAppointment } from './miss-appointment.js';

@ApiTags('appointments')
@Controller('v1/appointments/:appointmentId/no-show')
export class MissAppointmentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({ summary: 'Record that she did not come, once it has begun' })
  @Answers(z.strictObject({ appointmentId: z.uuid(), ...committed }))
  async miss(
    @Param('appointmentId', ParseId) appointmentId: string,
  ): Promise<Committed & { appointmentId: string }> {
    const now = this.clock.now().toISOString();
    const committed = await this.commands.execute<MissAppointment, Committed>(
      new MissAppointment({ appointmentId, now }),
    );
    return { appointmentId, ...committed };
  }
}
