import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allowed, MANAGERS, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Code, committed, OneOf, Optional, SomeOf, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { DUTIES, GROUP_KINDS, type Duty, type GroupKind } from '../group.events.js';
import { groupIdOf } from '../group.js';
import { FormGroup } from './form-group.js';

class FormGroupBody {
  @Code({ example: 'finance' })
  groupId!: string;

  @Text({ max: 100, example: '财务部' })
  name!: string;

  @OneOf(GROUP_KINDS)
  kind!: GroupKind;

  @Optional()
  @SomeOf(DUTIES)
  duties?: Duty[];

  /** For a group of one store. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** For a group that looks after the stores of a region. */
  @Optional()
  @Code({ example: 'east' })
  region?: string;
}

@ApiTags('groups')
@Controller('v1/groups')
export class FormGroupController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Form a department or a group for client relations, or name and charge it anew' })
  @Answers(z.strictObject(committed), { status: 201 })
  form(@Body() body: FormGroupBody): Promise<Committed> {
    const { groupId, name, kind, duties = [], storeId = null, region = null } = body;
    const formed = { groupId: groupIdOf(groupId), name, kind, duties, storeId, region };
    const who = { by: principal()!.role, formedAt: this.clock.now().toISOString() };
    return this.commands.execute(new FormGroup({ ...formed, ...who }));
  }
}
