import { Controller, Delete, Header, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ACCOUNT_ROLES, Allowed, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { SignOutEverywhere } from './sign-out-everywhere.js';

@ApiTags('sessions')
@Controller('v1')
export class SignOutEverywhereController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Delete('sessions')
  @Header('clear-site-data', '"cache", "storage"')
  @Allowed(...ACCOUNT_ROLES, 'without-second-factor')
  @ApiOperation({ summary: 'Sign out everywhere: every session and token of yours is good no more' })
  @Answers(z.strictObject(committed))
  own(): Promise<Committed> {
    return this.signOut(principal()!.subject);
  }

  @Delete('staff/:staffId/sessions')
  @Allowed('hq-admin')
  @ApiOperation({ summary: 'Sign somebody out everywhere' })
  @Answers(z.strictObject(committed))
  somebody(@Param('staffId', ParseId) staffId: string): Promise<Committed> {
    return this.signOut(staffId);
  }

  private signOut(staffId: string): Promise<Committed> {
    return this.commands.execute(new SignOutEverywhere({ staffId, at: this.clock.now().toISOString() }));
  }
}
