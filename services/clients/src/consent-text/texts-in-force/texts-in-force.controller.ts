import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { TEXT_PURPOSES } from '#contracts/stores/consent-texts';
import { Allowed, STORE_STAFF } from '#libs/access';
import { Answers, ParseId } from '#libs/http';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { textInForce } from '../consent-text.js';
import { textsInForce, type TextsInForce } from '../consent-text.answers.js';
import { ConsentTextsQuery } from '../consent-texts.query.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/consent-texts')
export class TextsInForceController {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly texts: ConsentTextsQuery,
  ) {}

  @Get()
  @Allowed('hq-admin', ...STORE_STAFF, 'privacy-officer', 'auditor', 'integration')
  @ApiOperation({
    summary: 'What to show her before she consents: the text of each purpose, in her store today',
  })
  @Answers(textsInForce)
  async list(@Param('clientId', ParseId) clientId: string): Promise<TextsInForce> {
    const { storeId } = await this.clients.one(clientId);
    const texts = await this.texts.inStore(storeId);
    const items = TEXT_PURPOSES.map((purpose) => ({
      olderConsents: 'count' as const,
      ...textInForce(texts, purpose),
    }));
    return { storeId, on: texts.on, policyVersion: texts.policyVersion, items };
  }
}
