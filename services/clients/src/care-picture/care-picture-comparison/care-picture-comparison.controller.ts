import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed } from '#libs/access';
import { Answers, OneOf, Optional, ParseId } from '#libs/http';
import { SEES_PICTURES } from '../care-picture-roles.js';
import { shown, shownPicture } from '../care-picture.answers.js';
import { AREAS, type Area } from '../care-picture.events.js';
import { CarePicturesQuery } from '../care-pictures.query.js';
import { carePictureComparison } from './care-picture-comparison.js';

const pair = z.strictObject({
  area: z.enum(AREAS),
  course: z.int().positive().describe('Which course of care of this area; each picture before begins one'),
  before: shownPicture,
  after: shownPicture,
  daysBetween: z.int().nonnegative(),
});

class ComparisonParameters {
  /** All areas, when left out. */
  @Optional()
  @OneOf(AREAS)
  area?: Area;
}

@ApiTags('clients')
@Controller('v1/clients/:clientId/care-pictures/comparison')
export class CarePictureComparisonController {
  constructor(private readonly pictures: CarePicturesQuery) {}

  @Get()
  @Allowed(...SEES_PICTURES)
  @ApiOperation({
    summary: 'Pictures of her skin side by side, by area and course, in order of day; recorded as a reading',
  })
  @Answers(z.strictObject({ items: z.array(pair) }))
  async compare(
    @Param('clientId', ParseId) clientId: string,
    @Query() { area }: ComparisonParameters,
  ): Promise<{ items: z.infer<typeof pair>[] }> {
    await this.pictures.enter(clientId);
    const pairs = carePictureComparison(await this.pictures.of(clientId), area);
    const items = pairs.map(({ before, after, ...rest }) => ({
      ...rest,
      before: shown(clientId, before),
      after: shown(clientId, after),
    }));
    return { items };
  }
}
