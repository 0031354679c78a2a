import { Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
import { Rejection, type Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { AccountsQuery } from '../account/accounts.query.js';
import { IdentitiesQuery } from '../account/identities.query.js';
import type { ProvidedPerson } from '../account/oidc.query.js';
import { PasswordsQuery } from '../account/passwords.query.js';
import { SecondFactorsQuery } from '../account/second-factors.query.js';
import type { SignInResult } from '../staff/attempt-sign-in/attempt-sign-in.handler.js';
import { AttemptSignIn } from '../staff/attempt-sign-in/attempt-sign-in.js';
import { isLocked } from '../staff/lock-out.js';
import { areTwoFactors, type SecondProof } from '../staff/second-factor.js';
import { staff } from '../staff/staff.js';
import { StartSession } from './start-session/start-session.js';
import { hashOf, newRefreshToken, TokensOfSessionQuery, type Signed } from './tokens-of-session.query.js';

export type SignedInSession = Signed & { readonly refreshToken: string };

/** What comes with a try, whichever way it is. */
export interface Coming {
  readonly code: string | undefined;
  /** In coarse words. */
  readonly from: string;
  /** Hash of what it keeps, or will keep. */
  readonly browser: string;
}

type Shown = Coming & Pick<AttemptSignIn['data'], 'way' | 'matches' | 'provided' | 'epoch'>;

/** One answer for all: which logins there are, and which are locked, is nobody's to find out. */
const wrong = (): UnauthorizedException =>
  new UnauthorizedException(
    'Wrong login, password or code, or too many tries: wait some minutes, then try again.',
  );

const codeNeeded = (): Rejection =>
  new Rejection(
    'second-factor-needed',
    'Send the code that your authenticator app shows, or a recovery code, too.',
    {},
    'not-signed-in',
  );

const passwordOver = (): Rejection =>
  new Rejection(
    'password-over',
    'This password was made up at the first start and is good no more: start once with LIREN_ADMIN_PASSWORD set to a new one.',
    {},
    'not-signed-in',
  );

/** From a login and a password, or what another provider says, to a session. */
@Injectable()
export class SignInQuery {
  constructor(
    private readonly events: EventStore,
    private readonly commands: CommandBus,
    private readonly accounts: AccountsQuery,
    private readonly identities: IdentitiesQuery,
    private readonly passwords: PasswordsQuery,
    private readonly factors: SecondFactorsQuery,
    private readonly tokens: TokensOfSessionQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async byPassword(login: string, password: string, coming: Coming): Promise<SignedInSession> {
    const staffId = (await this.accounts.byLogin(login))?.staffId ?? '';
    const epoch = await this.epochIfOpen(staffId, coming.browser);
    // Read after the epoch, which moves on with it: whoever changes it meanwhile is not forestalled.
    const account = epoch === undefined ? undefined : await this.accounts.byId(staffId);
    // Hashed whoever it is, or the time of the answer told which logins there are; of a closed account against nobody's.
    const matches = await this.passwords.matches(password, account?.passwordHash);
    if (epoch === undefined) throw wrong();
    return this.begin(staffId, { way: 'password', matches, epoch, provided: null, ...coming });
  }

  /** Her account by who she is at the provider; the first time, by her login. Refuses as for a wrong password when there is none. */
  async byProvider(person: ProvidedPerson, coming: Coming): Promise<SignedInSession> {
    const identity = this.identities.indexOf(person);
    const bound = await this.identities.accountOf(identity);
    const staffId = bound ?? (await this.accounts.byLogin(person.login))?.staffId;
    if (staffId === undefined) throw wrong();
    const { way, nonce } = person;
    const provided = { identity, nonce };
    return this.begin(staffId, { way, matches: true, epoch: null, provided, ...coming });
  }

  private async begin(staffId: string, { code, from, browser, ...shown }: Shown): Promise<SignedInSession> {
    const now = this.clock.now();
    const at = now.toISOString();
    const sessionId = uuidv7();
    const proof = shown.matches && code !== undefined ? await this.proofOf(staffId, code, now) : null;
    const attempt = new AttemptSignIn({ staffId, ...shown, browser, proof, sessionId, at });
    const result = await this.asItself(staffId, () =>
      this.commands.execute<AttemptSignIn, SignInResult>(attempt),
    );
    if (result === 'code-needed') throw codeNeeded();
    if (result === 'password-over') throw passwordOver();
    if (typeof result === 'string') throw wrong();
    const { account, ways } = result;
    const refreshToken = newRefreshToken(sessionId);
    const { epoch } = account;
    const by = { ways, from, browser };
    const start = { sessionId, staffId, epoch, tokenHash: hashOf(refreshToken), ...by, startedAt: at };
    await this.asItself(staffId, () => this.commands.execute(new StartSession(start)));
    const signed = await this.tokens.accessToken(staffId, sessionId, account, areTwoFactors(ways));
    return { refreshToken, ...signed };
  }

  private async proofOf(staffId: string, code: string, at: Date): Promise<SecondProof | null> {
    const { state } = await this.events.load(staff, staffId);
    if (state.status === 'unknown' || state.secondFactor === null) return null;
    return this.factors.proofOf(staffId, state.secondFactor.factorId, code, at);
  }

  /** Undefined where no password opens the account: nobody's, a locked one, or of who has left. */
  private async epochIfOpen(staffId: string, browser: string): Promise<number | undefined> {
    const { state } = await this.events.load(staff, staffId);
    const at = this.clock.now().toISOString();
    return state.status !== 'employed' || isLocked(state, browser, at) ? undefined : state.epoch;
  }

  /** Each try is a command of its own, whatever keys come with it: a password once right is not right for ever. */
  private asItself<T>(actor: string, work: () => Promise<T>): Promise<T> {
    return inCommandContext({ commandId: uuidv7(), actor }, work);
  }
}
