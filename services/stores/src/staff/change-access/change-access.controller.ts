import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ACCOUNT_ROLES, Allowed, MANAGERS, principal, type Role } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, Codes, committed, OneOf, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { ChangeAccess } from './change-access.js';

class ChangeAccessBody {
  @OneOf(ACCOUNT_ROLES)
  role!: Role;

  @Codes({ max: 200 })
  storeIds!: string[];
}

@ApiTags('staff')
@Controller('v1/staff')
export class ChangeAccessController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Put(':staffId/access')
  @Allowed(...MANAGERS)
  @ApiOperation({ summary: 'Give somebody another role or other stores; she is signed out' })
  @Answers(z.strictObject(committed))
  change(
    @Param('staffId', ParseId) staffId: string,
    @Body() { role, storeIds }: ChangeAccessBody,
  ): Promise<Committed> {
    const changedAt = this.clock.now().toISOString();
    return this.commands.execute(new ChangeAccess({ staffId, role, storeIds, changedAt, by: principal()! }));
  }
}
