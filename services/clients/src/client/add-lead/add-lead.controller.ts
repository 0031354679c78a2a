import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { newId, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, committed, malformed } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ContactFields } from '../contact-fields.config.js';
import { contactOf, tellsWho } from '../contact.js';
import { AddLead } from './add-lead.js';

class AddLeadBody extends PickType(ContactFields, ['name', 'phone']) {
  @Code({ example: 'sh-01' })
  storeId!: string;

  /** How she learned of us, a word of the chain's own list; never who told her. */
  @Code({ max: 40, example: 'walked by' })
  source!: string;
}

@ApiTags('clients')
@Controller('v1/leads')
export class AddLeadController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'integration')
  @ApiOperation({ summary: 'Add a lead: at least a name or a phone' })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async add(@Body() body: AddLeadBody): Promise<Committed & { clientId: string }> {
    const contact = contactOf(body);
    if (!tellsWho(contact)) {
      throw malformed('name', 'one of name and phone must be given');
    }
    const clientId = newId('client');
    const { storeId, source } = body;
    const addedAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<AddLead, Committed>(
      new AddLead({ clientId, storeId, source, contact, addedAt }),
    );
    return { clientId, ...committed };
  }
}
