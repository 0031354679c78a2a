import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType, PickType } from '@nestjs/swagger';
import { Allowed } from '#libs/access';
import {
  Answers,
  malformed,
  Optional,
  type Page,
  pageOf,
  PositionQuery,
  Text,
  WholeNumber,
} from '#libs/http';
import { clientCard, type ClientCard } from '../client-page.answers.js';
import { SEES_CLIENTS } from '../client-roles.js';
import { ContactFields } from '../contact-fields.config.js';
import { contactOf, tellsWho } from '../contact.js';
import { Readings } from '../../reading/readings.process.js';
import { ClientSearchQuery } from './client-search.query.js';

class Asked {
  /** Words of any field: a name or part of it, a phone or its last four digits, a company, an address … */
  @Optional()
  @Text({ max: 100 })
  q?: string;

  /** How many are shown at most; who is not among them is found by saying more. */
  @Optional()
  @WholeNumber({ min: 1, max: 50 })
  limit?: number;
}

class ClientSearchParameters extends IntersectionType(
  Asked,
  PickType(ContactFields, ['phone', 'memberNumber', 'email']),
  PositionQuery,
) {}

@ApiTags('clients')
@Controller('v1/clients')
export class ClientSearchController {
  constructor(
    private readonly clients: ClientSearchQuery,
    private readonly readings: Readings,
  ) {}

  @Get()
  @Allowed(...SEES_CLIENTS)
  @ApiOperation({
    summary: 'Who is meant: by words of any field, or exactly by phone, member number or e-mail',
  })
  @Answers(pageOf(clientCard))
  find(@Query() asked: ClientSearchParameters): Promise<Page<ClientCard>> {
    return this.answer(asked);
  }

  /** Addresses stay in histories and logs of proxies; a body does not. */
  @Post('search')
  @HttpCode(200)
  @Allowed(...SEES_CLIENTS)
  @ApiOperation({ summary: 'The same, with what is searched for in the body and not in the address' })
  @Answers(pageOf(clientCard))
  search(@Body() asked: ClientSearchParameters): Promise<Page<ClientCard>> {
    return this.answer(asked);
  }

  private async answer(asked: ClientSearchParameters): Promise<Page<ClientCard>> {
    const items = await this.found(asked);
    const clientIds = items.map(({ clientId }) => clientId);
    await this.readings.note({ clientIds, what: 'look-up', purpose: 'care' });
    return { items, nextCursor: null };
  }

  private found({
    q,
    phone,
    memberNumber,
    email,
    limit = 20,
    minPosition,
  }: ClientSearchParameters): Promise<ClientCard[]> {
    if (q !== undefined) return this.clients.meant(q, limit, minPosition);
    if (email !== undefined) return this.clients.withEmail(email, limit, minPosition);
    // A plus in a query string means a space.
    const contact = contactOf({ phone: phone?.replace(/^ /, '+'), memberNumber });
    if (tellsWho(contact)) return this.clients.withPhoneOrNumber(contact);
    throw malformed('q', 'one of q, phone, memberNumber and email must be given');
  }
}
