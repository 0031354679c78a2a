import { decodeProtectedHeader, errors, jwtVerify, SignJWT, type ProtectedHeaderParameters } from 'jose';
import { AUDIENCE, TOKEN_TYPE } from './claims.js';
import type { Principal } from './principal.js';
import type { ServiceKey, ServiceKeys } from './service-keys.js';

const ISSUER = 'urn:liren:services';
const SECONDS = 60;
/** Younger tokens are used again. */
const FRESH_MS = 30_000;

/** A service is its own subject, told from accounts by this. */
const SERVICE = 'service:';

/**
 * Tokens by which parts of Liren know each other, good for a minute: signed with a key of each one's own, or with a secret that
 * they share. Rotation: all learn of the next key beside the current one; then it signs; then the one before is forgotten.
 */
export class ServiceTokens {
  static readonly issuer = ISSUER;
  private readonly made = new Map<string, { token: Promise<string>; at: number }>();

  /** `name` is the service's own. Throws when the key is another service's. */
  constructor(
    private readonly keys: ServiceKeys,
    private readonly name: string,
  ) {
    const { kid = name } = keys;
    if (kid !== name) throw new Error(`LIREN_SERVICE_KEY is the key of ${kid}: give ${name} its own.`);
  }

  /** For what it does itself, or for somebody: then facts name that person, and no more is seen than she may see. */
  token(behalf?: Pick<Principal, 'subject' | 'stores'>): Promise<string> {
    const { subject, stores } = behalf ?? { subject: `${SERVICE}${this.name}`, stores: 'every' as const };
    const cached = JSON.stringify([subject, stores]);
    const known = this.made.get(cached);
    const now = Date.now();
    if (known !== undefined && now - known.at < FRESH_MS) return known.token;
    const { kid, own } = this.keys;
    const token = new SignJWT({ stores })
      .setProtectedHeader({ alg: own.alg, typ: TOKEN_TYPE, ...(kid === undefined ? {} : { kid }) })
      .setSubject(subject)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${SECONDS}s`)
      .sign(own.key);
    this.made.set(cached, { token, at: now });
    return token;
  }

  /** Throws what jose throws. */
  async verify(token: string): Promise<Principal> {
    const { kid, alg } = headerOf(token);
    const keys = (this.keys.believed.get(kid) ?? []).filter((key) => key.alg === alg);
    const { payload } = await verifiedBy(keys, token);
    const subject = payload.sub!;
    if (kid !== undefined && subject.startsWith(SERVICE) && subject !== `${SERVICE}${kid}`)
      throw new errors.JWTClaimValidationFailed('A service speaks for itself.', payload, 'sub');
    return { subject, role: 'service', stores: payload.stores, session: null };
  }
}

const headerOf = (token: string): ProtectedHeaderParameters => {
  try {
    return decodeProtectedHeader(token);
  } catch (cause) {
    throw new errors.JWSInvalid('The header cannot be read.', { cause });
  }
};

const verifiedBy = async (keys: readonly ServiceKey[], token: string) => {
  let refused: Error = new errors.JWKSNoMatchingKey();
  for (const key of keys) {
    try {
      return await verifyBy(key, token);
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
      refused = error;
    }
  }
  throw refused;
};

const verifyBy = ({ alg, key }: ServiceKey, token: string) =>
  jwtVerify<{ stores: Principal['stores'] }>(token, key, {
    algorithms: [alg],
    issuer: ISSUER,
    audience: AUDIENCE,
    typ: TOKEN_TYPE,
    requiredClaims: ['sub', 'exp', 'stores'],
  });
