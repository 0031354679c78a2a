import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { utc } from '#libs/calendar';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, Count, Instant, Optional, ParseId, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { LONGEST_MINUTES } from '../appointment-time.js';
import { MoveAppointment } from './move-appointment.js';

/** What is left out stays as it is. */
class MoveAppointmentBody {
  @Optional()
  @Instant()
  startsAt?: string;

  @Optional()
  @Count({ max: LONGEST_MINUTES })
  minutes?: number;

  @Optional()
  @Text({ max: 64 })
  staffId?: string;
}

@ApiTags('appointments')
@Controller('v1/appointments/:appointmentId/move')
export class MoveAppointmentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({
    summary: 'Move an appointment to another time, or to who serves instead; refused as when it is booked',
  })
  @Answers(z.strictObject({ appointmentId: z.uuid(), ...committed }))
  async move(
    @Param('appointmentId', ParseId) appointmentId: string,
    @Body() { startsAt, ...to }: MoveAppointmentBody,
  ): Promise<Committed & { appointmentId: string }> {
    const movedAt = this.clock.now().toISOString();
    const time = startsAt === undefined ? {} : { startsAt: utc(startsAt) };
    const committed = await this.commands.execute<MoveAppointment, Committed>(
      new MoveAppointment({ appointmentId, ...to, ...time, movedAt }),
    );
    return { appointmentId, ...committed };
  }
}
