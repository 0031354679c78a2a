import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, committed, Day, OneOf, Optional, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { REASONS, type Reason } from '../ownership.events.js';
import { AssignOwner } from './assign-owner.js';

class AssignOwnerBody {
  @Code({ example: 'li' })
  staffId!: string;

  /** The first day, at her store; today when left out. */
  @Optional()
  @Day()
  effectiveFrom?: string;

  @OneOf(REASONS)
  reason!: Reason;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/owner-assignments')
export class AssignOwnerController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Name somebody of the staff who keeps her from a day on, until she is released' })
  @Answers(z.strictObject(committed), { status: 201 })
  assign(
    @Param('clientId', ParseId) clientId: string,
    @Body() { staffId, effectiveFrom, reason }: AssignOwnerBody,
  ): Promise<Committed> {
    const assignedAt = this.clock.now().toISOString();
    return this.commands.execute(new AssignOwner({ clientId, staffId, effectiveFrom, reason, assignedAt }));
  }
}
