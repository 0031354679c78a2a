import { BadRequestException, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed } from '#libs/access';
import { Optional, type Page, ParseId, Phone, Text } from '#libs/http';
import { contactOf, tellsWho } from '../contact.js';
import { ClientPageQuery, type ClientPage } from './client-page.query.js';

class ClientLookup {
  @Optional()
  @Phone()
  phone?: string;

  @Optional()
  @Text({ max: 64 })
  memberNumber?: string;
}

@ApiTags('clients')
@Controller('v1/clients')
export class ClientPageController {
  constructor(private readonly clients: ClientPageQuery) {}

  @Get()
  @Allowed(
    'hq-admin',
    'regional-manager',
    'store-manager',
    'consultant',
    'therapist',
    'front-desk',
    'privacy-officer',
    'integration',
  )
  @ApiOperation({ summary: 'Who has this phone or this member number; exact, and right at once' })
  async find(@Query() { phone, memberNumber }: ClientLookup): Promise<Page<ClientPage>> {
    // A plus in a query string means a space.
    const contact = contactOf({ phone: phone?.replace(/^ /, '+'), memberNumber });
    if (tellsWho(contact)) {
      return { items: await this.clients.withPhoneOrNumber(contact), nextCursor: null };
    }
    const faults = ['one of phone and memberNumber must be given'];
    throw new BadRequestException({ errors: [{ field: 'phone', faults }] });
  }

  @Get(':clientId')
  @Allowed(
    'hq-admin',
    'regional-manager',
    'store-manager',
    'consultant',
    'therapist',
    'front-desk',
    'privacy-officer',
    'integration',
  )
  @ApiOperation({ summary: 'One client or lead: who she is, and how to reach her' })
  one(@Param('clientId', ParseId) clientId: string): Promise<ClientPage> {
    return this.clients.one(clientId);
  }
}
