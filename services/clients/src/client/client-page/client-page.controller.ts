import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed, principal } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { Readings } from '../../reading/readings.process.js';
import { clientPage, type ClientPage } from '../client-page.answers.js';
import { SEES_CLIENTS } from '../client-roles.js';
import { ClientPageQuery } from './client-page.query.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId')
export class ClientPageController {
  constructor(
    private readonly clients: ClientPageQuery,
    private readonly readings: Readings,
  ) {}

  @Get()
  @Allowed(...SEES_CLIENTS)
  @ApiOperation({ summary: 'One client or lead: her file, as much of it as the role may see' })
  @Answers(clientPage)
  async one(@Param('clientId', ParseId) clientId: string): Promise<ClientPage> {
    const page = await this.clients.one(clientId, principal()!.role);
    await this.readings.note({ clientIds: [clientId], what: 'page', purpose: 'care' });
    return page;
  }
}
