import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, checked, committed, ParseId, schemaOf } from '#libs/http';
import { CLOCK } from '#libs/service';
import { LOSS_REASONS } from '../client.events.js';
import { SECTIONS } from '../file-sections.config.js';
import { NoteLoss } from './note-loss.js';

const loss = SECTIONS.departure.fields.extend({
  leftOn: z.iso.date().describe('The day she left, at the store'),
  reason: z.enum(LOSS_REASONS),
});

@ApiTags('clients')
@Controller('v1/clients/:clientId/loss')
export class NoteLossController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS)
  @ApiOperation({ summary: 'Note when a client or a lead left, why, and what she says of it; or correct it' })
  @ApiBody({ schema: schemaOf(loss) })
  @Answers(z.strictObject(committed), { status: 201 })
  note(@Param('clientId', ParseId) clientId: string, @Body() body: unknown): Promise<Committed> {
    const { leftOn, reason, ...says } = checked(loss, body);
    const notedAt = this.clock.now().toISOString();
    return this.commands.execute(new NoteLoss({ clientId, leftOn, reason, says, notedAt }));
  }
}
