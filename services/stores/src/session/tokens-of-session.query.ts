import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TOKEN_SECONDS } from '#libs/access';
import { SigningKeysQuery } from '../account/signing-keys.query.js';
import { storesOf } from '../staff/granting.js';
import type { Employed } from '../staff/staff.js';

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
  constructor(private readonly keys: SigningKeysQuery) {}

  async accessToken(
    staffId: string,
    sessionId: string,
    { role, storeIds, epoch }: Employed,
  ): Promise<Signed> {
    const stores = storesOf(role, storeIds);
    const accessToken = await this.keys.sign({ sub: staffId, sid: sessionId, epoch, role, stores });
    return { accessToken, expiresIn: TOKEN_SECONDS };
  }
}
