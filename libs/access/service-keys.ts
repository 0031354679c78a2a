import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A key, and the one algorithm that it is good for, whatever a token says. */
export interface ServiceKey {
  readonly alg: 'HS256' | 'EdDSA' | 'ES256';
  readonly key: KeyObject | Uint8Array;
}

/** What a service signs its tokens with, and by what it believes those of others. */
export interface ServiceKeys {
  /** The service whose key signs, by the list; none where all share a secret. */
  readonly kid?: string;
  readonly own: ServiceKey;
  /** By the `kid` that a token names. */
  readonly believed: ReadonlyMap<string | undefined, readonly ServiceKey[]>;
}

/** The first secret signs, each verifies. */
export const sharedSecrets = (secrets: readonly [Uint8Array, ...Uint8Array[]]): ServiceKeys => {
  const keys = secrets.map((key): ServiceKey => ({ alg: 'HS256', key }));
  return { own: keys[0]!, believed: new Map([[undefined, keys]]) };
};

type Env = Readonly<Partial<Record<'LIREN_SERVICE_KEY' | 'LIREN_SERVICE_KEYS', string>>>;

const KEY = 'LIREN_SERVICE_KEY';
const KEYS = 'LIREN_SERVICE_KEYS';

/**
 * A service's own key and the list of all services' public ones, as settings say them; undefined when they say nothing.
 * Throws for what is no key, for a key that several services have, and for an own one that the list does not know.
 */
export const readServiceKeys = (env: Env): ServiceKeys | undefined => {
  const own = env[KEY]?.trim();
  const list = env[KEYS]?.trim();
  if (!own && !list) return undefined;
  if (!own || !list) throw new Error(`${KEY} and ${KEYS} go together: give both, or neither.`);
  const key = privateKeyIn(own);
  const listed = listedIn(list);
  const ours = createPublicKey(key);
  const kid = listed.find((one) => one.key.equals(ours))?.kid;
  if (kid === undefined)
    throw new Error(
      `${KEYS} does not have the public key of ${KEY}: add it, with the service’s name as kid.`,
    );
  const believed = new Map<string, ServiceKey[]>();
  for (const one of listed)
    believed.set(one.kid, [...(believed.get(one.kid) ?? []), withAlgorithm(KEYS, one.key)]);
  return { kid, own: withAlgorithm(KEY, key), believed };
};

/** Says nothing of what was found instead: it may be half a key. */
const privateKeyIn = (text: string): KeyObject => {
  try {
    return createPrivateKey(
      text.startsWith('{') ? { key: JSON.parse(text) as JsonWebKey, format: 'jwk' } : text,
    );
  } catch {
    throw new Error(`${KEY} is no private key: give one as JWK or in PEM, without a password.`);
  }
};

const jwks = z.object({
  keys: z.array(z.looseObject({ kid: z.string().min(1), kty: z.string(), d: z.unknown().optional() })).min(1),
});

interface Listed {
  readonly kid: string;
  readonly key: KeyObject;
}

const listedIn = (text: string): Listed[] => {
  const listed: Listed[] = [];
  for (const { kid, d, ...jwk } of jwksIn(text)) {
    if (d !== undefined) throw new Error(`${KEYS} has a private key of ${kid}: it is a list of public ones.`);
    const key = publicKeyOf(kid, jwk);
    const other = listed.find((one) => one.key.equals(key));
    if (other !== undefined)
      throw new Error(`${KEYS} has one key twice, of ${other.kid} and of ${kid}: each has one of its own.`);
    listed.push({ kid, key });
  }
  return listed;
};

const jwksIn = (text: string): z.infer<typeof jwks>['keys'] => {
  try {
    return jwks.parse(JSON.parse(text)).keys;
  } catch {
    throw new Error(`${KEYS} is no JWKS: {"keys": […]}, each key with kid, the service’s name.`);
  }
};

const publicKeyOf = (kid: string, jwk: JsonWebKey): KeyObject => {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch (cause) {
    throw new Error(`${KEYS}: the key of ${kid} cannot be read: ${(cause as Error).message}`, { cause });
  }
};

const withAlgorithm = (setting: string, key: KeyObject): ServiceKey => {
  const { asymmetricKeyType, asymmetricKeyDetails } = key;
  if (asymmetricKeyType === 'ed25519') return { alg: 'EdDSA', key };
  if (asymmetricKeyDetails?.namedCurve === 'prime256v1') return { alg: 'ES256', key };
  throw new Error(`${setting} has a key of another kind than Ed25519 and P-256.`);
};
