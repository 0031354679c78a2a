import { BadRequestException, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed, principal } from '#libs/access';
import { Answers, Optional, pageOf, type Page, ParseId, Phone, Text } from '#libs/http';
import { clientCard, clientPage, type ClientCard, type ClientPage } from '../client-page.answers.js';
import { SEES_CLIENTS } from '../client-roles.js';
import { contactOf, tellsWho } from '../contact.js';
import { ClientPageQuery } from './client-page.query.js';

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
  @Allowed(...SEES_CLIENTS)
  @ApiOperation({ summary: 'Who has this phone or this member number; exact, and right at once' })
  @Answers(pageOf(clientCard))
  async find(@Query() { phone, memberNumber }: ClientLookup): Promise<Page<ClientCard>> {
    // A plus in a query string means a space.
    const contact = contactOf({ phone: phone?.replace(/^ /, '+'), memberNumber });
    if (tellsWho(contact)) {
      return { items: await this.clients.withPhoneOrNumber(contact), nextCursor: null };
    }
    const faults = ['one of phone and memberNumber must be given'];
    throw new BadRequestException({ errors: [{ field: 'phone', faults }] });
  }

  @Get(':clientId')
  @Allowed(...SEES_CLIENTS)
  @ApiOperation({ summary: 'One client or lead: her file, as much of it as the role may see' })
  @Answers(clientPage)
  one(@Param('clientId', ParseId) clientId: string): Promise<ClientPage> {
    return this.clients.one(clientId, principal()!.role);
  }
}
