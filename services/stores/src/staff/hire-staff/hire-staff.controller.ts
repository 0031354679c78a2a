import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ACCOUNT_ROLES, Allowed, MANAGERS, principal, type Role } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { newId, type Committed } from '#libs/event-store';
import { Answers, Code, Codes, committed, Day, ListOf, Login, OneOf, Optional, Text } from '#libs/http';
import { CLOCK } from '#libs/service';
import { LONGEST } from '../../account/passwords.query.js';
import { POSTS, type Post as StaffPost } from '../staff.events.js';
import { HireStaff } from './hire-staff.js';

class LearnedBody {
  /** As the policy `post-training` names it. */
  @Code({ example: 'front-desk-standards' })
  training!: string;

  @Day()
  completedOn!: string;
}

class HireStaffBody {
  @Text({ max: 100, example: '李娜' })
  name!: string;

  @Login({ example: 'lina' })
  login!: string;

  /** Left out for who signs in through the chain's own provider. */
  @Optional()
  @Text({ max: LONGEST })
  password?: string;

  @OneOf(ACCOUNT_ROLES)
  role!: Role;

  @OneOf(POSTS)
  post!: StaffPost;

  /** None for roles that see every store. */
  @Optional()
  @Codes({ max: 200 })
  storeIds?: string[];

  /** What she has learned already, for a post that asks for it. */
  @Optional()
  @ListOf(() => LearnedBody, { max: 50 })
  trainings?: LearnedBody[];
}

@ApiTags('staff')
@Controller('v1/staff')
export class HireStaffController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Hire somebody: her post, her role, her stores, and how she signs in' })
  @Answers(z.strictObject({ staffId: z.uuid(), ...committed }), { status: 201 })
  async hire(@Body() body: HireStaffBody): Promise<Committed & { staffId: string }> {
    const { name, login, password, role, post, storeIds = [], trainings = [] } = body;
    const staffId = newId('staff');
    const account = { name, login, password: password ?? null };
    const hiredAt = this.clock.now().toISOString();
    const committed = await this.commands.execute<HireStaff, Committed>(
      new HireStaff({
        ...{ staffId, post, role, storeIds, hiredAt, account, by: principal()! },
        trainings,
      }),
    );
    return { staffId, ...committed };
  }
}
