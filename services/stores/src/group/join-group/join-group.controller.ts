import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, committed, Day, OneOf, Uuid } from '#libs/http';
import { CLOCK } from '#libs/service';
import { PLACES, type Place } from '../group.events.js';
import { groupIdOf } from '../group.js';
import { GroupPath } from '../group-path.js';
import { JoinGroup } from './join-group.js';

class JoinGroupBody {
  @Uuid()
  staffId!: string;

  @OneOf(PLACES)
  as!: Place;

  /** Her first day in it. */
  @Day()
  from!: string;
}

@ApiTags('groups')
@Controller('v1/groups/:groupId/people')
export class JoinGroupController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Somebody is in a group from a day on, as its head or beside others' })
  @Answers(z.strictObject(committed), { status: 201 })
  join(@Param() { groupId }: GroupPath, @Body() { staffId, as, from }: JoinGroupBody): Promise<Committed> {
    const who = { by: principal()!.role, decidedAt: this.clock.now().toISOString() };
    return this.commands.execute(new JoinGroup({ groupId: groupIdOf(groupId), staffId, as, from, ...who }));
  }
}
