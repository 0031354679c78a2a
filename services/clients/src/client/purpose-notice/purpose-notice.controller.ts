import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, ANYBODY } from '#libs/access';
import { Rejection } from '#libs/event-sourcing';
import { Answers, Code, Optional } from '#libs/http';
import { words } from '../../consent-text/consent-text.answers.js';
import { textInForce, wordsOf } from '../../consent-text/consent-text.js';
import { ConsentTextsQuery } from '../../consent-text/consent-texts.query.js';

class NoticeParameters {
  /** The chain’s own notice, when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;
}

const notice = z.strictObject({ version: z.string(), text: words });
type Notice = z.infer<typeof notice>;

@ApiTags('clients')
@Controller('v1/purpose-notices')
export class PurposeNoticeController {
  constructor(private readonly texts: ConsentTextsQuery) {}

  @Get('current')
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'What a client is told today when her file is opened' })
  @Answers(notice)
  async current(@Query() { storeId }: NoticeParameters): Promise<Notice> {
    const { version, text } = textInForce(await this.texts.inStore(storeId ?? null), 'purpose-notice');
    return { version, text };
  }

  @Get(':version')
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'What clients were told under this version' })
  @Answers(notice)
  async one(@Param('version') version: string): Promise<Notice> {
    const { ever } = await this.texts.inStore(null);
    const text = wordsOf(ever, 'purpose-notice', version);
    if (text !== null) return { version, text };
    throw new Rejection('unknown-notice', 'There is no notice with this version.', { version }, 'not-found');
  }
}
