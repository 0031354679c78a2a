import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CONSENT_PURPOSES } from '#contracts/clients/consent-purposes';
import { Allowed, STORE_STAFF } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { CONSENT_CHANNELS } from '../consent.events.js';
import { ConsentListQuery, type ConsentList } from './consent-list.query.js';

const entry = z.strictObject({
  purpose: z.enum(CONSENT_PURPOSES),
  given: z.boolean(),
  at: z.iso.datetime(),
  channel: z.enum(CONSENT_CHANNELS),
  textVersion: z.string().nullable(),
  byGuardian: z.boolean(),
  takenBy: z.string().nullable(),
});

@ApiTags('clients')
@Controller('v1/clients/:clientId/consents')
export class ConsentListController {
  constructor(
    private readonly consents: ConsentListQuery,
    private readonly clients: KnownClientQuery,
  ) {}

  @Get()
  @Allowed('hq-admin', ...STORE_STAFF, 'privacy-officer', 'auditor', 'integration', 'service')
  @ApiOperation({ summary: 'What she consents to now, and all she ever gave and withdrew' })
  @Answers(z.strictObject({ now: z.array(entry), history: z.array(entry) }) as z.ZodType<ConsentList>)
  async list(@Param('clientId', ParseId) clientId: string): Promise<ConsentList> {
    await this.clients.one(clientId);
    return this.consents.of(clientId);
  }
}
