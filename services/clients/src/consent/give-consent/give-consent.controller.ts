import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CONSENT_PURPOSES, type ConsentPurpose } from '#contracts/clients/consent-purposes';
import { Allowed, STORE_STAFF } from '#libs/access';
import type { Committed } from '#libs/event-store';
import { Answers, committed, OneOf, ParseId } from '#libs/http';
import { ConsentFields } from '../consent-fields.config.js';
import { TakenConsents } from '../taken-consents.process.js';

class GiveConsentBody extends ConsentFields {
  @OneOf(CONSENT_PURPOSES)
  purpose!: ConsentPurpose;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/consents')
export class GiveConsentController {
  constructor(private readonly consents: TakenConsents) {}

  @Post()
  @Allowed('hq-admin', ...STORE_STAFF, 'integration')
  @ApiOperation({ summary: 'She, or a guardian for her, consents to a purpose in the words in force' })
  @Answers(z.strictObject({ clientId: z.uuid(), ...committed }), { status: 201 })
  async give(
    @Param('clientId', ParseId) clientId: string,
    @Body() { purpose, ...told }: GiveConsentBody,
  ): Promise<Committed & { clientId: string }> {
    return { clientId, ...(await this.consents.take(clientId, purpose, told)) };
  }
}
