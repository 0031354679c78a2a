import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, committed, Day, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { groupIdOf } from '../group.js';
import { GroupPath } from '../group-path.js';
import { LeaveGroup } from './leave-group.js';

class PersonPath extends GroupPath {
  @Uuid()
  staffId!: string;
}

class LeaveGroupBody {
  /** Her last day in it. */
  @Day()
  until!: string;
}

@ApiTags('groups')
@Controller('v1/groups/:groupId/people/:staffId/leaving')
export class LeaveGroupController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Say until when somebody is in a group' })
  @Answers(z.strictObject(committed))
  leave(@Param() { groupId, staffId }: PersonPath, @Body() { until }: LeaveGroupBody): Promise<Committed> {
    const who = { by: principal()!.role, decidedAt: this.clock.now().toISOString() };
    return this.commands.execute(new LeaveGroup({ groupId: groupIdOf(groupId), staffId, until, ...who }));
  }
}
