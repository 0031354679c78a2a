import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS } from '#libs/access';
import { Answers, Code, Day, OneOf, Optional, pageOf, PageQuery, PositionQuery, type Page } from '#libs/http';
import { STANDINGS } from '../post-training.js';
import { POSTS } from '../staff.events.js';
import { TrainingsDueQuery, type TrainingDue } from './trainings-due.query.js';

class TrainingsDueParameters extends IntersectionType(PageQuery, PositionQuery) {
  @Code({ example: 'sh-01' })
  storeId!: string;

  /** Today in the store, when left out. */
  @Optional()
  @Day()
  on?: string;

  @Optional()
  @OneOf(STANDINGS)
  standing?: string;
}

@ApiTags('staff')
@Controller('v1/staff')
export class TrainingsDueController {
  constructor(private readonly trainings: TrainingsDueQuery) {}

  @Get('trainings-due')
  @Allowed(...MANAGERS, 'auditor')
  @ApiOperation({
    summary: 'The training plan of a store: who is to learn what by when, as the policy `post-training` asks',
  })
  @Answers(
    pageOf(
      z.strictObject({
        staffId: z.uuid(),
        post: z.enum(POSTS),
        training: z.string(),
        lastCompletedOn: z.iso.date().nullable(),
        dueOn: z.iso.date().nullable(),
        standing: z.enum(STANDINGS),
      }),
    ),
  )
  list(@Query() asked: TrainingsDueParameters): Promise<Page<TrainingDue>> {
    return this.trainings.list(asked);
  }
}
