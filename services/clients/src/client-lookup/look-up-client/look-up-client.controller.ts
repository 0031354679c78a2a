import { BadRequestException, Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, STORE_STAFF } from '#libs/access';
import { newId } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Answers, Code, OneOf } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ContactFields } from '../../client/contact-fields.config.js';
import { contactOf } from '../../client/contact.js';
import { ContactsQuery } from '../../client/contacts.query.js';
import { GreetingsQuery, greeting } from '../../client/greetings.query.js';
import { Readings } from '../../reading/readings.process.js';
import { REASONS, type Reason } from '../client-lookup.events.js';
import { LookUpClient } from './look-up-client.js';

class LookUpClientBody extends PickType(ContactFields, ['phone', 'memberNumber']) {
  @Code({ example: 'sh-02' })
  storeId!: string;

  @OneOf(REASONS)
  reason!: Reason;
}

const found = z.strictObject({ lookupId: z.uuid(), client: greeting.nullable() });

@ApiTags('clients')
@Controller('v1/client-lookups')
export class LookUpClientController {
  constructor(
    private readonly commands: CommandBus,
    private readonly contacts: ContactsQuery,
    private readonly greetings: GreetingsQuery,
    private readonly readings: Readings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...STORE_STAFF)
  @ApiOperation({ summary: 'Find a client of another store by her whole phone or number, on the record' })
  @Answers(found, { status: 201 })
  async lookUp(@Body() body: LookUpClientBody): Promise<z.infer<typeof found>> {
    const { storeId, reason, phone, memberNumber } = body;
    const [clientId = null] = await this.contacts.holdersOf(exactly({ phone, memberNumber }));
    const lookupId = newId('lookup');
    const lookedUpAt = this.clock.now().toISOString();
    await this.commands.execute(new LookUpClient({ lookupId, clientId, storeId, reason, lookedUpAt }));
    if (clientId === null) return { lookupId, client: null };
    await this.readings.note({ clientIds: [clientId], what: 'look-up', purpose: 'care' });
    return { lookupId, client: await this.greetings.of(clientId) };
  }
}

const exactly = (given: Pick<LookUpClientBody, 'phone' | 'memberNumber'>) => {
  const contact = contactOf(given);
  if (Object.keys(contact).length === 1) return contact;
  throw new BadRequestException({
    errors: [{ field: 'phone', faults: ['one of phone and memberNumber must be given'] }],
  });
};
