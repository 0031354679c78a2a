import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { REASONS, type Reason } from '../subject-key.events.js';
import { ReplaceDataKeys } from './replace-data-keys.js';

class ReplaceDataKeysBody {
  @OneOf(REASONS)
  reason!: Reason;
}

@ApiTags('privacy')
@Controller('v1/clients/:clientId/data-keys')
export class ReplaceDataKeysController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What was sealed before is in the log for ever: it stays as it is, and opens with the keys before. */
  @Post()
  @Allowed('privacy-officer')
  @ApiOperation({ summary: 'Replace the data keys of a client: new ones seal what is recorded from now on' })
  @Answers(z.strictObject(committed), { status: 201 })
  replace(
    @Param('clientId', ParseId) clientId: string,
    @Body() { reason }: ReplaceDataKeysBody,
  ): Promise<Committed> {
    const replacedAt = this.clock.now().toISOString();
    return this.commands.execute(new ReplaceDataKeys({ clientId, reason, replacedAt }));
  }
}
