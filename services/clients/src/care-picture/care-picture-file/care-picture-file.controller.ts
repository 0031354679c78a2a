import { Controller, Get, Header, Param, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PICTURE_TYPES } from '#contracts/clients/care-pictures';
import { Allowed } from '#libs/access';
import { AnswersFile, ParseId } from '#libs/http';
import { SEES_PICTURES } from '../care-picture-roles.js';
import { pictureFile } from '../care-picture.answers.js';
import { CarePicturesQuery } from '../care-pictures.query.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/care-pictures/:pictureId')
export class CarePictureFileController {
  constructor(private readonly pictures: CarePicturesQuery) {}

  @Get()
  @Allowed(...SEES_PICTURES)
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  @ApiOperation({ summary: 'A picture of her skin itself; needs her consent, and is recorded' })
  @AnswersFile(...PICTURE_TYPES)
  async file(
    @Param('clientId', ParseId) clientId: string,
    @Param('pictureId', ParseId) pictureId: string,
  ): Promise<StreamableFile> {
    await this.pictures.enter(clientId);
    return pictureFile(await this.pictures.one(clientId, pictureId));
  }
}
