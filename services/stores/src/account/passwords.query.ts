import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { Rejection } from '#libs/event-sourcing';
import { BreachedPasswordsQuery } from './breached-passwords.query.js';

/** Fewest characters of a password that is not known to others. */
export const SHORTEST = 8;
export const LONGEST = 128;
/** OWASP's: 19 MiB, two passes, one lane; argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Passwords as NIST SP 800-63B wants them: long enough, not among those that are tried first, not the person's own words;
 * no rules on kinds of characters, no expiry.
 */
@Injectable()
export class PasswordsQuery {
  private readonly common = new Set(dictionary['passwords-common']);
  /** Checked in place of a hash that is not there, so that the time taken does not tell which logins exist. */
  private readonly nobodys = hash('nobody has this password', COST);

  constructor(private readonly breached: BreachedPasswordsQuery) {}

  /** Refuses with `password-too-easy` what others would guess. */
  async check(password: string, ownWords: readonly string[]): Promise<void> {
    const told = password.normalize('NFKC').toLowerCase();
    const isBreached = await this.breached.has(password);
    const why = isBreached ? 'it was breached elsewhere' : this.faultOf(told, ownWords);
    if (why !== undefined)
      throw new Rejection('password-too-easy', 'Others would guess this password.', { why });
  }

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), COST);
  }

  async matches(password: string, passwordHash: string | null | undefined): Promise<boolean> {
    const matches = await verify(passwordHash ?? (await this.nobodys), password.normalize('NFKC'));
    return matches && typeof passwordHash === 'string';
  }

  private faultOf(password: string, ownWords: readonly string[]): string | undefined {
    if (Array.from(password).length < SHORTEST) return `it has fewer than ${SHORTEST} characters`;
    if (new Set(password).size < 4) return 'it repeats the same few characters';
    if (this.common.has(password)) return 'it is one of those that are tried first';
    const own = ['liren', '丽人', ...ownWords].map((word) => word.toLowerCase());
    const bare = own.reduce((left, word) => (word.length < 2 ? left : left.replaceAll(word, '')), password);
    return Array.from(bare).length <= SHORTEST / 2 ? 'it is little more than a name or the login' : undefined;
  }
}
