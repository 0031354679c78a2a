import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed, STORE_STAFF } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { consentList, type ConsentList } from '../consent.answers.js';
import { ConsentsQuery } from '../consents.query.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/consents')
export class ConsentListController {
  constructor(
    private readonly consents: ConsentsQuery,
    private readonly clients: KnownClientQuery,
  ) {}

  @Get()
  @Allowed('hq-admin', ...STORE_STAFF, 'privacy-officer', 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'What she consents to now, and all she ever gave and withdrew' })
  @Answers(consentList)
  async list(@Param('clientId', ParseId) clientId: string): Promise<ConsentList> {
    await this.clients.one(clientId);
    return this.consents.of(clientId);
  }
}
