import { BadRequestException, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, STORE_STAFF } from '#libs/access';
import { Answers, Optional, pageOf, type Page, ParseId, Phone, Text } from '#libs/http';
import { contactOf, tellsWho } from '../contact.js';
import { Readings } from '../../reading/readings.process.js';
import { ClientPageQuery, type ClientPage } from './client-page.query.js';

class ClientLookup {
  @Optional()
  @Phone()
  phone?: string;

  @Optional()
  @Text({ max: 64 })
  memberNumber?: string;
}

const clientPage = z.strictObject({
  clientId: z.uuid(),
  storeId: z.string(),
  status: z.enum(['lead', 'client']),
  since: z.iso.datetime().describe('When she became what she is'),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  memberNumber: z.string().nullable(),
  email: z.string().nullable(),
  erased: z.boolean().describe('Whether what told who she was is gone'),
  version: z.int(),
});

@ApiTags('clients')
@Controller('v1/clients')
export class ClientPageController {
  constructor(
    private readonly clients: ClientPageQuery,
    private readonly readings: Readings,
  ) {}

  @Get()
  @Allowed(...STORE_STAFF, ...MANAGERS, 'privacy-officer', 'integration')
  @ApiOperation({ summary: 'Who has this phone or this member number; exact, and right at once' })
  @Answers(pageOf(clientPage))
  async find(@Query() { phone, memberNumber }: ClientLookup): Promise<Page<ClientPage>> {
    // A plus in a query string means a space.
    const contact = contactOf({ phone: phone?.replace(/^ /, '+'), memberNumber });
    if (tellsWho(contact)) {
      const items = await this.clients.withPhoneOrNumber(contact);
      const clientIds = items.map(({ clientId }) => clientId);
      await this.readings.note({ clientIds, what: 'look-up', purpose: 'care' });
      return { items, nextCursor: null };
    }
    const faults = ['one of phone and memberNumber must be given'];
    throw new BadRequestException({ errors: [{ field: 'phone', faults }] });
  }

  @Get(':clientId')
  @Allowed(...STORE_STAFF, ...MANAGERS, 'privacy-officer', 'integration')
  @ApiOperation({ summary: 'One client or lead: who she is, and how to reach her' })
  @Answers(clientPage)
  async one(@Param('clientId', ParseId) clientId: string): Promise<ClientPage> {
    const page = await this.clients.one(clientId);
    await this.readings.note({ clientIds: [clientId], what: 'page', purpose: 'care' });
    return page;
  }
}
