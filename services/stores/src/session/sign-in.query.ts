import { Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { AccountsQuery, type Account } from '../account/accounts.query.js';
import { PasswordsQuery } from '../account/passwords.query.js';
import { AttemptSignIn } from '../staff/attempt-sign-in/attempt-sign-in.js';
import { isLocked } from '../staff/lock-out.js';
import { staff, type Employed } from '../staff/staff.js';
import { StartSession } from './start-session/start-session.js';
import { hashOf, newRefreshToken, TokensOfSessionQuery, type Signed } from './tokens-of-session.query.js';

export type SignedInSession = Signed & { readonly refreshToken: string };

/** One answer for all: which logins there are, and which are locked, is nobody's to find out. */
const wrong = (): UnauthorizedException =>
  new UnauthorizedException('Wrong login or password, or too many tries: wait some minutes, then try again.');

/** From a login and a password, or what another provider says, to a session. */
@Injectable()
export class SignInQuery {
  constructor(
    private readonly events: EventStore,
    private readonly commands: CommandBus,
    private readonly accounts: AccountsQuery,
    private readonly passwords: PasswordsQuery,
    private readonly tokens: TokensOfSessionQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async byPassword(login: string, password: string): Promise<SignedInSession> {
    const account = await this.accounts.byLogin(login);
    const isOpen = account !== undefined && !(await this.isClosed(account.staffId));
    // Hashed whoever it is, or the time of the answer told which logins there are; of a closed account against nobody's.
    const passwordMatches = await this.passwords.matches(password, isOpen ? account.passwordHash : undefined);
    if (!isOpen) throw wrong();
    return this.begin(account, passwordMatches);
  }

  /** Refuses as for a wrong password when nobody has the login. */
  async byLogin(login: string): Promise<SignedInSession> {
    const account = await this.accounts.byLogin(login);
    if (account === undefined) throw wrong();
    return this.begin(account, true);
  }

  private async begin({ staffId }: Account, passwordMatches: boolean): Promise<SignedInSession> {
    const at = this.clock.now().toISOString();
    const sessionId = uuidv7();
    const attempt = new AttemptSignIn({ staffId, passwordMatches, sessionId, at });
    const account = await this.asItself(staffId, () =>
      this.commands.execute<AttemptSignIn, Employed | undefined>(attempt),
    );
    if (account === undefined) throw wrong();
    const refreshToken = newRefreshToken(sessionId);
    const { epoch } = account;
    const start = { sessionId, staffId, epoch, tokenHash: hashOf(refreshToken), startedAt: at };
    await this.asItself(staffId, () => this.commands.execute(new StartSession(start)));
    return { refreshToken, ...(await this.tokens.accessToken(staffId, sessionId, account)) };
  }

  private async isClosed(staffId: string): Promise<boolean> {
    const { state } = await this.events.load(staff, staffId);
    const at = this.clock.now().toISOString();
    return state.status !== 'employed' || isLocked(state, at);
  }

  /** Each try is a command of its own, whatever keys come with it: a password once right is not right for ever. */
  private asItself<T>(actor: string, work: () => Promise<T>): Promise<T> {
    return inCommandContext({ commandId: uuidv7(), actor }, work);
  }
}
