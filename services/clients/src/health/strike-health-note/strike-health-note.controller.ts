import { Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { HEALTH_READERS } from '../health-readers.js';
import { StrikeHealthNote } from './strike-health-note.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/health-notes/:noteId/strike')
export class StrikeHealthNoteController {
  constructor(
    private readonly commands: CommandBus,
    private readonly clients: KnownClientQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...HEALTH_READERS)
  @ApiOperation({ summary: 'A note of her health does not hold, or no longer' })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async strike(
    @Param('clientId', ParseId) clientId: string,
    @Param('noteId', ParseId) noteId: string,
  ): Promise<Committed & { clientId: string }> {
    const { storeId } = await this.clients.one(clientId);
    const struckAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<StrikeHealthNote, Committed>(
      new StrikeHealthNote({ clientId, storeId, noteId, struckAt }),
    );
    return { clientId, ...committed };
  }
}
