import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, committed, Day, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { POSTS, type Post as StaffPost } from '../staff.events.js';
import { TakePost } from './take-post.js';

class TakePostBody {
  @OneOf(POSTS)
  post!: StaffPost;

  @Day()
  effectiveFrom!: string;
}

@ApiTags('staff')
@Controller('v1/staff')
export class TakePostController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':staffId/posts')
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Somebody takes another post from a day on, trained for it as the policy asks' })
  @Answers(z.strictObject(committed), { status: 201 })
  take(
    @Param('staffId', ParseId) staffId: string,
    @Body() { post, effectiveFrom }: TakePostBody,
  ): Promise<Committed> {
    const decidedAt = this.clock.now().toISOString();
    return this.commands.execute(new TakePost({ staffId, post, effectiveFrom, decidedAt, by: principal()! }));
  }
}
