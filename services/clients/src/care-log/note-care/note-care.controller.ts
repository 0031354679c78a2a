import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, STORE_STAFF } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, checked, committed, instant, ParseId, schemaOf, text, toldAt, uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { careFields } from '../care-fields.config.js';
import { NoteCare } from './note-care.js';

const entry = careFields.extend({
  storeId: text(64).optional(),
  visitId: uuid.optional(),
  caredAt: instant.optional(),
});

@ApiTags('clients')
@Controller('v1/clients/:clientId/care-log')
export class NoteCareController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF)
  @ApiOperation({ summary: 'Note what was done for her, how it went, and what she said' })
  @ApiBody({ schema: schemaOf(entry) })
  @Answers(z.strictObject({ careId: z.uuid(), ...committed }), { status: 201 })
  async note(
    @Param('clientId', ParseId) clientId: string,
    @Body() body: unknown,
  ): Promise<Committed & { careId: string }> {
    const { storeId, visitId = null, caredAt, ...says } = checked(entry, body);
    const careId = newId('care');
    const told = { clientId, careId, storeId, visitId, says, caredAt: toldAt(caredAt, this.clock) };
    return { careId, ...(await this.commands.execute<NoteCare, Committed>(new NoteCare(told))) };
  }
}
