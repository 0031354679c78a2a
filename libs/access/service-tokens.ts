import { errors, jwtVerify, SignJWT } from 'jose';
import { AUDIENCE, TOKEN_TYPE } from './claims.js';
import type { Principal } from './principal.js';

const ISSUER = 'urn:liren:services';
const SECONDS = 60;
/** Younger tokens are used again. */
const FRESH_MS = 30_000;

/**
 * Tokens by which parts of Liren know each other: signed with a secret that they share, and good for a minute. Rotation: all
 * learn of the next secret behind the current one; then one after the other has it first; then the one before is forgotten.
 */
export class ServiceTokens {
  static readonly issuer = ISSUER;
  private readonly made = new Map<string, { token: Promise<string>; at: number }>();

  /** The first secret signs, each verifies; `name` is the service's own. */
  constructor(
    private readonly secrets: readonly [Uint8Array, ...Uint8Array[]],
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
      .sign(this.secrets[0]);
    this.made.set(key, { token, at: now });
    return token;
  }

  /** Throws what jose throws. */
  async verify(token: string): Promise<Principal> {
    const [first, ...others] = this.secrets;
    let verified = verifyBy(token, first);
    for (const secret of others)
      verified = verified.catch((error: unknown) => {
        if (error instanceof errors.JWSSignatureVerificationFailed) return verifyBy(token, secret);
        throw error;
      });
    const { payload } = await verified;
    return { subject: payload.sub!, role: 'service', stores: payload.stores, session: null };
  }
}

const verifyBy = (token: string, secret: Uint8Array) =>
  jwtVerify<{ stores: Principal['stores'] }>(token, secret, {
    algorithms: ['HS256'],
    issuer: ISSUER,
    audience: AUDIENCE,
    typ: TOKEN_TYPE,
    requiredClaims: ['sub', 'exp', 'stores'],
  });
