import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { newId, type Committed } from '#libs/event-store';
import { Answers, committed, Day, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ABSENCES, type AbsenceKind } from '../staff.events.js';
import { NoteAbsence } from './note-absence.js';

class NoteAbsenceBody {
  @Day()
  from!: string;

  /** The last day. */
  @Day()
  until!: string;

  @OneOf(ABSENCES)
  kind!: AbsenceKind;
}

@ApiTags('staff')
@Controller('v1/staff')
export class NoteAbsenceController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':staffId/absences')
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Somebody is away, from the first to the last day' })
  @Answers(z.strictObject({ absenceId: z.uuid(), ...committed }), { status: 201 })
  async note(
    @Param('staffId', ParseId) staffId: string,
    @Body() { from, until, kind }: NoteAbsenceBody,
  ): Promise<Committed & { absenceId: string }> {
    const absenceId = newId('absence');
    const notedAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<NoteAbsence, Committed>(
      new NoteAbsence({ staffId, absenceId, from, until, kind, notedAt, by: principal()! }),
    );
    return { absenceId, ...committed };
  }
}
