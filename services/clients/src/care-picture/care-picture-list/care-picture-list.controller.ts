import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allowed } from '#libs/access';
import { Answers, page, pageOf, PageQuery, ParseId, type Page } from '#libs/http';
import { SEES_PICTURES } from '../care-picture-roles.js';
import { shown, shownPicture, type ShownPicture } from '../care-picture.answers.js';
import { CarePicturesQuery } from '../care-pictures.query.js';
import { latestFirst } from './latest-first.js';

@ApiTags('clients')
@Controller('v1/clients/:clientId/care-pictures')
export class CarePictureListController {
  constructor(private readonly pictures: CarePicturesQuery) {}

  @Get()
  @Allowed(...SEES_PICTURES)
  @ApiOperation({
    summary: 'Which pictures of her skin are kept, the latest first; needs her consent, and is recorded',
  })
  @Answers(pageOf(shownPicture))
  async list(
    @Param('clientId', ParseId) clientId: string,
    @Query() { cursor, limit = 50 }: PageQuery,
  ): Promise<Page<ShownPicture>> {
    await this.pictures.enter(clientId);
    const pictures = latestFirst(await this.pictures.of(clientId));
    const from = cursor === undefined ? 0 : pictures.findIndex(({ pictureId }) => pictureId === cursor) + 1;
    const some = pictures.slice(from, from + limit + 1).map((picture) => shown(clientId, picture));
    return page(some, limit, ({ pictureId }) => pictureId);
  }
}
