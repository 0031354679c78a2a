import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { TOKEN_SECONDS, type Role } from '#libs/access';
import { SigningKeysQuery } from '../account/signing-keys.query.js';
import { storesOf } from '../staff/granting.js';
import type { Employed } from '../staff/staff.js';
import { SECOND_FACTOR_ROLES } from '../stores.config.js';

export interface Signed {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** The session's id, for finding it, and what only its holder knows. */
export const newRefreshToken = (sessionId: string): string =>
  `${sessionId}.${randomBytes(32).toString('base64url')}`;

export const hashOf = (refreshToken: string): string =>
  createHash('sha256').update(refreshToken).digest('base64url');

@Injectable()
export class TokensOfSessionQuery {
  constructor(
    private readonly keys: SigningKeysQuery,
    @Inject(SECOND_FACTOR_ROLES) private readonly demanding: readonly Role[],
  ) {}

  /** Where a second factor is demanded and none was shown, one that lets her set it up and nothing else. */
  async accessToken(
    staffId: string,
    sessionId: string,
    { role, storeIds, epoch }: Employed,
    isTwoFactor: boolean,
  ): Promise<Signed> {
    const isLimited = this.demanding.includes(role) && !isTwoFactor;
    const reach = isLimited
      ? { role: 'without-second-factor' as const, stores: [] }
      : { role, stores: storesOf(role, storeIds) };
    const accessToken = await this.keys.sign({ sub: staffId, sid: sessionId, epoch, ...reach });
    return { accessToken, expiresIn: TOKEN_SECONDS };
  }
}
