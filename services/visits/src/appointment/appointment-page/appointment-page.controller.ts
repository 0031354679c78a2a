import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { EventStore } from '#libs/event-store';
import { Answers, ParseId } from '#libs/http';
import { appointmentFields } from '../appointment.answers.js';
import { appointment, unknownAppointment } from '../appointment.js';

const appointmentPage = z.strictObject({
  ...appointmentFields,
  bookedAt: z.iso.datetime(),
  version: z.int(),
});

@ApiTags('appointments')
@Controller('v1/appointments')
export class AppointmentPageController {
  constructor(private readonly events: EventStore) {}

  @Get(':appointmentId')
  @Allowed(...STORE_STAFF, ...MANAGERS, 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'One appointment as it stands' })
  @Answers(appointmentPage)
  async one(
    @Param('appointmentId', ParseId) appointmentId: string,
  ): Promise<z.infer<typeof appointmentPage>> {
    const { state, version } = await this.events.see(appointment, appointmentId);
    if (state.status === 'unknown') throw unknownAppointment(appointmentId);
    const { agreed, bookedAt, status } = state;
    const { despite: _ofHerHealth, ...shown } = agreed;
    return { ...shown, bookedAt, status, version };
  }
}
