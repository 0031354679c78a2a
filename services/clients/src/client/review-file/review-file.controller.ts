import { Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KEEPS_CLIENTS } from '../client-roles.js';
import { ReviewFile } from './review-file.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/file-review')
export class ReviewFileController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...KEEPS_CLIENTS)
  @ApiOperation({ summary: 'Say that her file was gone through and is right' })
  @Answers(z.strictObject(committed), { status: 201 })
  review(@Param('clientId', ParseId) clientId: string): Promise<Committed> {
    const reviewedAt = this.clock.now().toISOString();
    return this.commands.execute(new ReviewFile({ clientId, reviewedAt }));
  }
}
