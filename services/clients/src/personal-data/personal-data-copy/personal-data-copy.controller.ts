import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed } from '#libs/access';
import { Answers, AnswersFile, ParseId } from '#libs/http';
import { personalDataCopy, type PersonalDataCopy } from './personal-data-copy.answers.js';
import { PersonalDataCopyQuery } from './personal-data-copy.query.js';
import { readableCopy } from './readable-copy.js';

const HTML = 'text/html; charset=utf-8';

@ApiTags('clients')
@Controller('v1/clients/:clientId')
export class PersonalDataCopyController {
  constructor(private readonly copies: PersonalDataCopyQuery) {}

  @Get('export')
  @Allowed('hq-admin', 'privacy-officer')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Everything that all services hold about her, for her who asks for a copy or takes it elsewhere',
  })
  @Answers(personalDataCopy)
  copy(@Param('clientId', ParseId) clientId: string): Promise<PersonalDataCopy> {
    return this.copies.of(clientId);
  }

  @Get('export.html')
  @Allowed('hq-admin', 'privacy-officer')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The same, to be read and printed' })
  @AnswersFile(HTML)
  async readable(@Param('clientId', ParseId) clientId: string): Promise<StreamableFile> {
    const page = readableCopy(await this.copies.of(clientId));
    const disposition = `attachment; filename="client-${clientId}.html"`;
    return new StreamableFile(Buffer.from(page), { type: HTML, disposition });
  }
}
