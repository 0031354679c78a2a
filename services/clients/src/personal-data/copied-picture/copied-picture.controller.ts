import { Controller, Get, Header, Param, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PICTURE_TYPES } from '#contracts/clients/care-pictures';
import { Allowed } from '#libs/access';
import { AnswersFile, ParseId } from '#libs/http';
import { pictureFile } from '../../care-picture/care-picture.answers.js';
import { CarePicturesQuery } from '../../care-picture/care-pictures.query.js';
import { KnownClientQuery } from '../../client/known-client.query.js';
import { Readings } from '../../reading/readings.process.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/export/care-pictures/:pictureId')
export class CopiedPictureController {
  constructor(
    private readonly clients: KnownClientQuery,
    private readonly pictures: CarePicturesQuery,
    private readonly readings: Readings,
  ) {}

  /** As the copy itself: without her consent, for she asks, and on the record. */
  @Get()
  @Allowed('hq-admin', 'privacy-officer')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  @ApiOperation({ summary: 'A picture of her skin, for her who asks for a copy or takes it elsewhere' })
  @AnswersFile(...PICTURE_TYPES)
  async file(
    @Param('clientId', ParseId) clientId: string,
    @Param('pictureId', ParseId) pictureId: string,
  ): Promise<StreamableFile> {
    await this.clients.one(clientId);
    await this.readings.note({ clientIds: [clientId], what: 'export', purpose: 'request-of-hers' });
    return pictureFile(await this.pictures.one(clientId, pictureId));
  }
}
