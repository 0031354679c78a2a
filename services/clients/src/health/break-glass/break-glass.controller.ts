import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, principal } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, ParseId, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { SealedForHer } from '../../client/sealed-for-her.query.js';
import { HEALTH_READERS } from '../health-readers.js';
import { placeOfReason } from '../health.js';
import { BreakGlass } from './break-glass.js';

class BreakGlassBody {
  @Text({ max: 500, example: 'Her skin swells after a product, and she cannot answer' })
  reason!: string;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/health-notes/break-glass')
export class BreakGlassController {
  constructor(
    private readonly commands: CommandBus,
    private readonly clients: KnownClientQuery,
    private readonly sealed: SealedForHer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...HEALTH_READERS)
  @ApiOperation({
    summary: 'Open her health notes without her consent, for 15 minutes; the privacy officer is told',
  })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async open(
    @Param('clientId', ParseId) clientId: string,
    @Body() { reason }: BreakGlassBody,
  ): Promise<Committed & { clientId: string }> {
    const { storeId } = await this.clients.one(clientId);
    const brokenAt = this.clock.now().toISOString();
    const command = new BreakGlass({
      ...{ clientId, storeId, brokenAt },
      breakId: newId('broken glass'),
      by: principal()!.subject,
      reason: await this.sealed.seal(clientId, 'health', placeOfReason(clientId), { reason }),
    });
    return { clientId, ...(await this.commands.execute<BreakGlass, Committed>(command)) };
  }
}
