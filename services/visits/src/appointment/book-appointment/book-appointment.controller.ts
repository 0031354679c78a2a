import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { utc } from '#libs/calendar';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, Codes, committed, Count, Instant, OneOf, Optional, Text, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { DESPITE, type Despite } from '../../visit/visit.events.js';
import { LONGEST_MINUTES } from '../appointment-time.js';
import { BookAppointment } from './book-appointment.js';

class BookAppointmentBody {
  @Optional()
  @Uuid()
  appointmentId?: string;

  @Code({ example: 'sh-01' })
  storeId!: string;

  @Uuid()
  clientId!: string;

  /** Who is to serve her. */
  @Text({ max: 64 })
  staffId!: string;

  @Codes({ min: 1, max: 20 })
  itemIds!: string[];

  @Instant()
  startsAt!: string;

  @Count({ max: LONGEST_MINUTES })
  minutes!: number;

  /** Why she may be given what speaks against her health, where that is known to whoever books. */
  @Optional()
  @OneOf(DESPITE)
  despite?: Despite;
}

@ApiTags('appointments')
@Controller('v1/appointments')
export class BookAppointmentController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({
    summary:
      'Book a time and who serves; 409 `therapist-busy`, `client-elsewhere`, `erased`, `unknown-item` or `not-on-the-menu` for what the store does not offer that day, `licence-needed` for a medical treatment at a store without, or `contraindicated` unless `despite` says why',
  })
  @Answers(z.strictObject({ appointmentId: z.uuid(), ...committed }), { status: 201 })
  async book(@Body() body: BookAppointmentBody): Promise<Committed & { appointmentId: string }> {
    const { appointmentId = newId('appointment'), ...agreed } = body;
    const bookedAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<BookAppointment, Committed>(
      new BookAppointment({ ...agreed, appointmentId, startsAt: utc(agreed.startsAt), bookedAt }),
    );
    return { appointmentId, ...committed };
  }
}
