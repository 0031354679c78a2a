import { jwtVerify, SignJWT } from 'jose';
import { AUDIENCE, TOKEN_TYPE } from './claims.js';
import type { Principal } from './principal.js';

const ISSUER = 'urn:liren:services';
const SECONDS = 60;
/** Younger tokens are used again. */
const FRESH_MS = 30_000;

/** Tokens by which parts of Liren know each other: signed with a secret that they share, and good for a minute. */
export class ServiceTokens {
  static readonly issuer = ISSUER;
  private readonly made = new Map<string, { token: Promise<string>; at: number }>();

  /** `name` is the service's own. */
  constructor(
    private readonly secret: Uint8Array,
    private readonly name: string,
  ) {}

  /** For what it does itself, or for somebody: then facts name that person, and no more is seen than she may see. */
  token(behalf?: Pick<Principal, 'subject' | 'stores'>): Promise<string> {
    const { subject, stores } = behalf ?? { subject: `service:${this.name}`, stores: 'every' as const };
    const key = JSON.stringify([subject, stores]);
    const known = this.made.get(key);
    const now = Date.now();
    if (known !== undefined && now - known.at < FRESH_MS) return known.token;
    const token = new SignJWT({ stores })
      .setProtectedHeader({ alg: 'HS256', typ: TOKEN_TYPE })
      .setSubject(subject)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${SECONDS}s`)
      .sign(this.secret);
    this.made.set(key, { token, at: now });
    return token;
  }

  /** Throws what jose throws. */
  async verify(token: string): Promise<Principal> {
    const { payload } = await jwtVerify<{ stores: Principal['stores'] }>(token, this.secret, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TOKEN_TYPE,
      requiredClaims: ['sub', 'exp', 'stores'],
    });
    return { subject: payload.sub!, role: 'service', stores: payload.stores, session: null };
  }
}
