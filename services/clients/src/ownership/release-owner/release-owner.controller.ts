import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, Day, OneOf, Optional, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { REASONS, type Reason } from '../ownership.events.js';
import { ReleaseOwner } from './release-owner.js';

class ReleaseOwnerBody {
  /** The first day, at her store, on which the rule holds again; today when left out. */
  @Optional()
  @Day()
  effectiveFrom?: string;

  @OneOf(REASONS)
  reason!: Reason;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/owner-releases')
export class ReleaseOwnerController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({
    summary: 'Release her from whom she was assigned to; changes nothing where nobody is named',
  })
  @Answers(z.strictObject(committed), { status: 201 })
  release(
    @Param('clientId', ParseId) clientId: string,
    @Body() { effectiveFrom, reason }: ReleaseOwnerBody,
  ): Promise<Committed> {
    const releasedAt = this.clock.now().toISOString();
    return this.commands.execute(new ReleaseOwner({ clientId, effectiveFrom, reason, releasedAt }));
  }
}
