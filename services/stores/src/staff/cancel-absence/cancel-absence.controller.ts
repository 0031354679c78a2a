import { Controller, Delete, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { CancelAbsence } from './cancel-absence.js';

@ApiTags('staff')
@Controller('v1/staff')
export class CancelAbsenceController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Delete(':staffId/absences/:absenceId')
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Somebody is not away after all' })
  @Answers(z.strictObject(committed))
  cancel(
    @Param('staffId', ParseId) staffId: string,
    @Param('absenceId', ParseId) absenceId: string,
  ): Promise<Committed> {
    const cancelledAt = this.clock.now().toISOString();
    return this.commands.execute(new CancelAbsence({ staffId, absenceId, cancelledAt, by: principal()! }));
  }
}
