import { setTimeout as sleep } from 'node:timers/promises';
import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import type { AccessList, AccessSource } from './access-list.js';
import { ALGORITHM, AUDIENCE, ISSUER, TOKEN_TYPE, type Claims } from './claims.js';
import type { Principal } from './principal.js';
import { ServiceTokens } from './service-tokens.js';

/** Why a token is not taken, in words for whoever sent it. */
export class BadToken extends Error {
  override readonly name = 'BadToken';
}

/** Nobody could be asked which tokens are good. */
export class AccessUnknown extends Error {
  override readonly name = 'AccessUnknown';
}

interface Verified {
  readonly claims: Claims;
  readonly expiresAt: number;
}

const MOST_REMEMBERED = 5_000;
/** However many keys nobody knows come in, `stores` is asked about them at most so often. */
const ASK_AGAIN_MS = 100;

/**
 * Tells who sends a token. Times are the machine's, not the injected clock's: a clock that is moved to try out next year
 * neither lets old tokens in nor keeps good ones out.
 */
export class Tokens {
  private list: AccessList | undefined;
  private keys: JWTVerifyGetKey | undefined;
  private asking: Promise<void> | undefined;
  private readonly verified = new LRUCache<string, Verified>({ max: MOST_REMEMBERED });

  constructor(
    private readonly source: AccessSource,
    private readonly services: ServiceTokens,
  ) {}

  /** Asks for the list of good keys and ended sessions; run again and again. */
  async refresh(): Promise<void> {
    this.list = await this.source();
    this.keys = createLocalJWKSet({ keys: [...this.list.keys] });
  }

  /** Throws `BadToken`, or `AccessUnknown` when nobody can be asked about it. */
  async principalOf(token: string): Promise<Principal> {
    const known = this.verified.get(token);
    if (known === undefined && issuerOf(token) === ServiceTokens.issuer)
      return this.services.verify(token).catch(refuse);
    const { claims, expiresAt } = known ?? (await this.verify(token));
    if (expiresAt <= Date.now()) throw new BadToken('The token has expired. Refresh it, or sign in again.');
    if (this.isRevoked(claims)) throw new BadToken('The session has ended. Sign in again.');
    return { subject: claims.sub, role: claims.role, stores: claims.stores, session: claims.sid };
  }

  private async verify(token: string): Promise<Verified> {
    try {
      const verified = await this.verifyBy(token).catch((error: unknown) => this.verifyAnew(token, error));
      this.verified.set(token, verified);
      return verified;
    } catch (error) {
      return refuse(error);
    }
  }

  /** The key may be younger than the list. */
  private async verifyAnew(token: string, error: unknown): Promise<Verified> {
    if (!(error instanceof errors.JWKSNoMatchingKey || error instanceof AccessUnknown)) throw error;
    await this.askSoon();
    return this.verifyBy(token);
  }

  /** Once for all who wait. */
  private askSoon(): Promise<void> {
    this.asking ??= sleep(ASK_AGAIN_MS).then(() => {
      this.asking = undefined;
      return this.refresh().catch((cause: unknown) => {
        throw new AccessUnknown('stores cannot be asked now who may come in.', { cause });
      });
    });
    return this.asking;
  }

  private async verifyBy(token: string): Promise<Verified> {
    if (this.keys === undefined) throw new AccessUnknown('stores could not be asked yet who may come in.');
    const { payload } = await jwtVerify<Claims>(token, this.keys, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TOKEN_TYPE,
      requiredClaims: ['sub', 'sid', 'epoch', 'role', 'stores', 'exp'],
    });
    return { claims: payload, expiresAt: payload.exp! * 1_000 };
  }

  private isRevoked({ sid, sub, epoch }: Claims): boolean {
    const { endedSessions = [], epochs = {} } = this.list ?? {};
    return endedSessions.includes(sid) || epoch < (epochs[sub] ?? 0);
  }
}

const issuerOf = (token: string): string | undefined => {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw new BadToken('The token cannot be read.');
  }
};

const refuse = (error: unknown): never => {
  if (error instanceof errors.JWTExpired)
    throw new BadToken('The token has expired. Refresh it, or sign in again.');
  if (error instanceof errors.JOSEError)
    throw new BadToken('The token is not one of ours.', { cause: error });
  throw error;
};
