import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, ANYBODY } from '#libs/access';
import { Rejection } from '#libs/event-sourcing';
import { Answers } from '#libs/http';
import { currentNotice, PURPOSE_NOTICES, type PurposeNotice } from '../purpose-notices.js';

const notice = z.strictObject({
  version: z.string(),
  text: z.strictObject({ zh: z.string(), en: z.string() }),
});

@ApiTags('clients')
@Controller('v1/purpose-notices')
export class PurposeNoticeController {
  @Get('current')
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'What a client is told today when her file is opened' })
  @Answers(notice)
  current(): PurposeNotice {
    return currentNotice();
  }

  @Get(':version')
  @Allowed(...ANYBODY)
  @ApiOperation({ summary: 'What clients were told under this version' })
  @Answers(notice)
  one(@Param('version') version: string): PurposeNotice {
    const found = PURPOSE_NOTICES.find((one) => one.version === version);
    if (found !== undefined) return found;
    throw new Rejection('unknown-notice', 'There is no notice with this version.', { version }, 'not-found');
  }
}
