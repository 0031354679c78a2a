import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { RESOLUTIONS, type Resolution } from '../complaint.events.js';
import { CloseComplaint } from './close-complaint.js';

class CloseComplaintBody {
  @OneOf(RESOLUTIONS)
  resolution!: Resolution;
}

@ApiTags('complaints')
@Controller('v1/complaints/:complaintId/close')
export class CloseComplaintController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Close an answered complaint' })
  @Answers(z.strictObject({ complaintId: z.uuid(), ...committed }), { status: 201 })
  async close(
    @Param('complaintId', ParseId) complaintId: string,
    @Body() { resolution }: CloseComplaintBody,
  ): Promise<Committed & { complaintId: string }> {
    const closedAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<CloseComplaint, Committed>(
      new CloseComplaint({ complaintId, resolution, closedAt }),
    );
    return { complaintId, ...committed };
  }
}
