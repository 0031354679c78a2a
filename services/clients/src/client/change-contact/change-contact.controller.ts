import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import type { Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, committed, malformed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { KEEPS_CIRCUMSTANCES } from '../client-roles.js';
import { ContactFields } from '../contact-fields.config.js';
import { contactOf, tellsWho } from '../contact.js';
import { ChangeContact } from './change-contact.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/file/contact')
export class ChangeContactController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put()
  @Allowed(...KEEPS_CIRCUMSTANCES)
  @ApiOperation({ summary: 'Change how to reach her; what is left out is gone, and its phone is free again' })
  @Answers(z.strictObject(committed))
  change(@Param('clientId', ParseId) clientId: string, @Body() body: ContactFields): Promise<Committed> {
    const contact = contactOf(body);
    if (!tellsWho(contact)) {
      throw malformed('name', 'one of name, phone and memberNumber must be given');
    }
    const changedAt = this.clock.now().toISOString();
    return this.commands.execute(new ChangeContact({ clientId, contact, changedAt }));
  }
}
