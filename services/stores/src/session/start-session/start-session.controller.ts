import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '#libs/access';
import { Answers, Optional, Text } from '#libs/http';
import { OidcQuery } from '../../account/oidc.query.js';
import { LONGEST } from '../../account/passwords.query.js';
import { FormerSessionQuery } from '../former-session.query.js';
import { browserOf, keepBrowser, type Browser } from '../browser.query.js';
import { cookieOf, giveCookie, takeCookieAway } from '../browser-cookies.query.js';
import { NONCE, nonceOf } from '../nonce.query.js';
import { REFRESH } from '../refresh-cookie.query.js';
import { SignInQuery, type Coming, type SignedInSession } from '../sign-in.query.js';
import { signed } from '../signed.query.js';
import type { Signed } from '../tokens-of-session.query.js';
import { whereFrom } from '../where-from.js';

class CodeBody {
  /** Of her authenticator app, or a recovery code; asked for with `second-factor-needed` where she has set it up. */
  @Optional()
  @Text({ max: 60, example: '123456' })
  code?: string;
}

class SignInBody extends CodeBody {
  @Text({ max: 100, example: 'admin' })
  login!: string;

  @Text({ max: LONGEST })
  password!: string;
}

class OidcBody extends CodeBody {
  /** As the chain's provider gave it, with the nonce of this browser. */
  @Text({ max: 8_000 })
  idToken!: string;
}

@ApiTags('sessions')
@Controller('v1/sessions')
export class StartSessionController {
  constructor(
    private readonly signIn: SignInQuery,
    private readonly oidc: OidcQuery,
    private readonly former: FormerSessionQuery,
  ) {}

  @Post()
  @Open()
  @ApiOperation({ summary: 'Sign in: a token for 15 minutes, and a cookie that refreshes it' })
  @Answers(signed, { status: 201 })
  async start(
    @Body() { login, password, code }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Signed> {
    const browser = browserOf(request);
    const session = await this.signIn.byPassword(login, password, comingWith(request, browser, code));
    return this.handOver(session, browser, request, reply);
  }

  @Post('oidc')
  @Open()
  @ApiOperation({ summary: 'Sign in with an id token of the chain’s own OpenID provider' })
  @Answers(signed, { status: 201 })
  async startByProvider(
    @Body() { idToken, code }: OidcBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Signed> {
    const person = await this.oidc.personOf(idToken, nonceOf(cookieOf(NONCE, request)));
    const browser = browserOf(request);
    const session = await this.signIn.byProvider(person, comingWith(request, browser, code));
    takeCookieAway(NONCE, request, reply);
    return this.handOver(session, browser, request, reply);
  }

  private async handOver(
    { refreshToken, ...tokens }: SignedInSession,
    browser: Browser,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Signed> {
    await this.former.end(cookieOf(REFRESH, request));
    giveCookie(REFRESH, request, reply, refreshToken);
    keepBrowser(browser, request, reply);
    return tokens;
  }
}

const comingWith = (
  { headers }: FastifyRequest,
  { hash: browser }: Browser,
  code: string | undefined,
): Coming => ({
  code,
  browser,
  from: whereFrom(headers['user-agent']),
});
