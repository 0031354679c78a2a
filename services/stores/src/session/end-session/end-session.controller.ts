import { Controller, Delete, Header, Inject, Param, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ACCOUNT_ROLES, Allowed, principal } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import type { Committed } from '#libs/event-store';
import { Answers, committed, ParseId } from '#libs/http';
import { CLOCK } from '#libs/service';
import { FreshSessionQuery } from '../fresh-session.query.js';
import { takeCookieAway } from '../browser-cookies.query.js';
import { REFRESH } from '../refresh-cookie.query.js';
import { EndSession } from './end-session.js';

@ApiTags('sessions')
@Controller('v1/sessions')
export class EndSessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly fresh: FreshSessionQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Delete('current')
  @Header('clear-site-data', '"cache", "storage"')
  @Allowed(...ACCOUNT_ROLES, 'without-second-factor')
  @ApiOperation({ summary: 'Sign out here; tokens of this session are good no more' })
  @Answers(z.strictObject(committed))
  async end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Committed> {
    takeCookieAway(REFRESH, request, reply);
    return this.endOf(principal()!.session!);
  }

  @Delete(':sessionId')
  @Allowed(...ACCOUNT_ROLES)
  @ApiOperation({ summary: 'End one session of yours, wherever it is; by who has just signed in' })
  @Answers(z.strictObject(committed))
  async endOne(@Param('sessionId', ParseId) sessionId: string): Promise<Committed> {
    await this.fresh.check();
    return this.endOf(sessionId);
  }

  private endOf(sessionId: string): Promise<Committed> {
    const at = this.clock.now().toISOString();
    return this.commands.execute(new EndSession({ sessionId, staffId: principal()!.subject, at }));
  }
}
