import { Controller, HttpCode, Inject, Post, Req, Res, UnauthorizedException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '#libs/access';
import { EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { Answers } from '#libs/http';
import { CLOCK } from '#libs/service';
import { staff, type Employed } from '../../staff/staff.js';
import { giveCookie, takeCookieAway } from '../browser-cookies.query.js';
import { readRefreshCookie, REFRESH } from '../refresh-cookie.query.js';
import { session, type StartedSession } from '../session.js';
import { signed } from '../signed.query.js';
import { hashOf, newRefreshToken, TokensOfSessionQuery, type Signed } from '../tokens-of-session.query.js';
import { RefreshSession } from './refresh-session.js';
import type { Refreshed } from './refresh-session.handler.js';

@ApiTags('sessions')
@Controller('v1/sessions')
export class RefreshSessionController {
  constructor(
    private readonly events: EventStore,
    private readonly commands: CommandBus,
    private readonly tokens: TokensOfSessionQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('refresh')
  @HttpCode(200)
  @Open()
  @ApiOperation({ summary: 'A new token, by the cookie that signing in gave; the cookie is renewed, too' })
  @Answers(signed)
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Signed> {
    const token = readRefreshCookie(request);
    const sessionId = /^[0-9a-f-]{36}(?=\.)/.exec(token ?? '')?.[0];
    if (token === undefined || sessionId === undefined) throw new UnauthorizedException('Sign in first.');
    try {
      return await this.refreshed(sessionId, token, (renewed) =>
        giveCookie(REFRESH, request, reply, renewed),
      );
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      takeCookieAway(REFRESH, request, reply);
      throw new UnauthorizedException(error.message);
    }
  }

  private async refreshed(sessionId: string, token: string, renew: (token: string) => void): Promise<Signed> {
    const { state } = await this.events.load(session, sessionId);
    const staffId = state.status === 'unknown' ? '' : state.staffId;
    const account = (await this.events.load(staff, staffId)).state;
    const epoch = account.status === 'employed' ? account.epoch : null;
    const renewed = newRefreshToken(sessionId);
    const at = this.clock.now().toISOString();
    const hashes = { tokenHash: hashOf(token), newTokenHash: hashOf(renewed) };
    const command = new RefreshSession({ sessionId, ...hashes, epoch, at });
    const { isTokenUsed } = await inCommandContext({ commandId: uuidv7(), actor: staffId }, () =>
      this.commands.execute<RefreshSession, Refreshed>(command),
    );
    if (isTokenUsed) renew(renewed);
    const { isTwoFactor } = state as StartedSession;
    return this.tokens.accessToken(staffId, sessionId, account as Employed, isTwoFactor);
  }
}
