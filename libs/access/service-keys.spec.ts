import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readServiceKeys, sharedSecrets } from './service-keys.js';
import { TOKEN_TYPE } from './claims.js';
import { ServiceTokens } from './service-tokens.js';
import { BadToken, Tokens } from './tokens.js';

type Part = Record<string, unknown>;
interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const ACCOUNT = '01900000-0000-7000-8000-0000000000a1';
const SECRET = new Uint8Array(32).fill(7);
const now = (): number => Math.floor(Date.now() / 1_000);
const encoded = (part: Part): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const p256 = (): Pair => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = (): Pair => generateKeyPairSync('ed25519');
const privateJwk = ({ privateKey }: Pair): string => JSON.stringify(privateKey.export({ format: 'jwk' }));
const listOf = (...pairs: readonly (readonly [kid: string, pair: Pair])[]): string =>
  JSON.stringify({
    keys: pairs.map(([kid, { publicKey }]) => ({ ...publicKey.export({ format: 'jwk' }), kid })),
  });

describe('services that have a key each', () => {
  const stores = ed25519();
  const visits = ed25519();
  const imports = p256();
  const stranger = ed25519();
  const list = listOf(['stores', stores], ['visits', visits], ['imports', imports]);
  const tokensOf = (name: string, pair: Pair, known = list): ServiceTokens =>
    new ServiceTokens(
      readServiceKeys({ LIREN_SERVICE_KEY: privateJwk(pair), LIREN_SERVICE_KEYS: known })!,
      name,
    );
  const nobody = { keys: [], endedSessions: [], epochs: {} };
  /** Who sends it, for `stores`. */
  const told = (token: string) =>
    new Tokens(async () => nobody, tokensOf('stores', stores)).principalOf(token);

  const header = { alg: 'EdDSA', kid: 'visits', typ: TOKEN_TYPE };
  const claims = () => ({
    ...{ sub: 'service:visits', stores: 'every', iss: ServiceTokens.issuer, aud: 'liren' },
    ...{ iat: now(), exp: now() + 60 },
  });
  const signed = (pair: Pair, body: Part = {}, head: Part = {}): string => {
    const text = `${encoded({ ...header, ...head })}.${encoded({ ...claims(), ...body })}`;
    const { privateKey } = pair;
    const ecdsa = privateKey.asymmetricKeyType === 'ec';
    const key = ecdsa ? ({ key: privateKey, dsaEncoding: 'ieee-p1363' } as const) : privateKey;
    const hash = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
    return `${text}.${sign(hash, Buffer.from(text), key).toString('base64url')}`;
  };
  const byHmac = (secret: string | Uint8Array, head: Part = {}): string => {
    const text = `${encoded({ ...header, alg: 'HS256', ...head })}.${encoded(claims())}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };

  it('know each other by it, whether Ed25519 or P-256, as JWK or in PEM', async () => {
    expect(await told(await tokensOf('visits', visits).token())).toEqual({
      ...{ subject: 'service:visits', role: 'service', stores: 'every', session: null },
    });
    const pem = imports.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const ofImports = readServiceKeys({ LIREN_SERVICE_KEY: pem, LIREN_SERVICE_KEYS: list })!;
    const token = await new ServiceTokens(ofImports, 'imports').token();
    expect(await told(token)).toMatchObject({ subject: 'service:imports' });
    expect(await told(signed(visits))).toMatchObject({ subject: 'service:visits' }); // as those below, but good
  });

  it('speak for somebody, with no more than she may see', async () => {
    const behalf = { subject: ACCOUNT, stores: ['sh-01'] };
    expect(await told(await tokensOf('imports', imports).token(behalf))).toMatchObject(behalf);
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pemOf = (pair: Pair): string => pair.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  it.each<[string, () => string]>([
    ['of alg none', () => `${encoded({ ...header, alg: 'none' })}.${encoded(claims())}.`],
    ['of alg none with a signature', () => signed(visits, {}, { alg: 'none' })],
    ['of alg nOnE', () => `${encoded({ ...header, alg: 'nOnE' })}.${encoded(claims())}.`],
    ['without alg', () => signed(visits, {}, { alg: undefined })],
    ['without a signature', () => signed(visits).replace(/[^.]*$/, '')],
    ['with an HMAC by a public key of the list, in PEM', () => byHmac(pemOf(visits))],
    [
      'with an HMAC by a public key of the list, as its bytes',
      () => byHmac(Buffer.from(visits.publicKey.export({ format: 'jwk' }).x!, 'base64url')),
    ],
    [
      'with an HMAC by a public key of the list, as JWK',
      () => byHmac(JSON.stringify(visits.publicKey.export({ format: 'jwk' }))),
    ],
    ['with an HMAC by the secret that services shared', () => byHmac(SECRET)],
    ['with an HMAC by that secret, of no kid', () => byHmac(SECRET, { kid: undefined })],
    ['by RS256', () => signed(rsa, {}, { alg: 'RS256' })],
    ['by ES256 under the kid of an Ed25519 key', () => signed(imports, {}, { alg: 'ES256' })],
    ['by an Ed25519 key that says ES256', () => signed(visits, {}, { alg: 'ES256' })],
    ['of another service’s kid', () => signed(visits, { sub: 'service:stores' }, { kid: 'stores' })],
    ['of its own kid, as another service', () => signed(visits, { sub: 'service:stores' })],
    ['of an unknown kid', () => signed(stranger, {}, { kid: 'strangers' })],
    ['of an unknown kid, by a key of the list', () => signed(visits, {}, { kid: 'strangers' })],
    ['of no kid', () => signed(visits, {}, { kid: undefined })],
    ['of a kid that is no text', () => signed(visits, {}, { kid: ['visits'] })],
    ['of a kid that every object has', () => signed(visits, {}, { kid: '__proto__' })],
    ['by a stranger’s key under a kid of the list', () => signed(stranger)],
    [
      'by a key that the header brings',
      () => signed(stranger, {}, { jwk: stranger.publicKey.export({ format: 'jwk' }) }),
    ],
    ['with a header that must be understood', () => signed(visits, {}, { crit: ['exp'] })],
    ['with a header that cannot be read', () => signed(visits).replace(/^[^.]*/, '!')],
    ['that has expired', () => signed(visits, { exp: now() - 1 })],
    ['that never expires', () => signed(visits, { exp: undefined })],
    ['for another audience', () => signed(visits, { aud: 'others' })],
    ['of the issuer of accounts’ tokens', () => signed(visits, { iss: 'urn:liren' })],
    ['of another type', () => signed(visits, {}, { typ: 'JWT' })],
    ['about no stores', () => signed(visits, { stores: undefined })],
  ])('take no token %s', async (_what, token) => {
    await expect(told(token())).rejects.toThrow(BadToken);
  });

  it('are not believed where a secret is shared, nor the other way round', async () => {
    const sharing = new ServiceTokens(sharedSecrets([SECRET]), 'visits');
    await expect(told(await sharing.token())).rejects.toThrow(BadToken);
    await expect(sharing.verify(await tokensOf('visits', visits).token())).rejects.toThrow(
      'no applicable key',
    );
  });

  it('are believed at every step of a rotation, whichever part has come how far', async () => {
    const next = p256(); // of another kind, even
    const both = listOf(['stores', stores], ['visits', visits], ['visits', next]);
    const last = listOf(['stores', stores], ['visits', next]);
    const steps: [Pair, string][] = [
      [visits, list],
      [visits, both],
      [next, both],
      [next, last],
    ];
    for (const [at, [, known]] of steps.entries())
      for (const [pair, knownToIt] of steps.slice(Math.max(0, at - 1), at + 2)) {
        const token = await tokensOf('visits', pair, knownToIt).token();
        const { subject } = await tokensOf('stores', stores, known).verify(token);
        expect(subject).toBe('service:visits');
      }
    const forgotten = await tokensOf('visits', visits).token();
    await expect(tokensOf('stores', stores, last).verify(forgotten)).rejects.toThrow('no applicable key');
  });

  it('have two keys of one kind while they rotate, and a third is nobody’s', async () => {
    const next = ed25519();
    const both = listOf(['stores', stores], ['visits', visits], ['visits', next]);
    for (const pair of [visits, next])
      expect(await tokensOf('stores', stores, both).verify(signed(pair))).toMatchObject({
        subject: 'service:visits',
      });
    await expect(tokensOf('stores', stores, both).verify(signed(stranger))).rejects.toThrow('signature');
  });

  describe('do not start', () => {
    const read = (key: string | undefined, keys: string | undefined) =>
      readServiceKeys({ LIREN_SERVICE_KEY: key, LIREN_SERVICE_KEYS: keys });
    const ours = privateJwk(visits);

    it('with another service’s key', () => {
      expect(() => tokensOf('stores', visits)).toThrow('is the key of visits: give stores its own');
    });

    it.each<[string, string | undefined, string | undefined, string]>([
      ['without the list', ours, undefined, 'go together'],
      ['without the key', undefined, list, 'go together'],
      ['with a key that is cut off', ours.slice(0, -9), list, 'LIREN_SERVICE_KEY is no private key'],
      [
        'with a public key',
        JSON.stringify(visits.publicKey.export({ format: 'jwk' })),
        list,
        'no private key',
      ],
      ['with a key that the list lacks', privateJwk(stranger), list, 'does not have the public key'],
      ['with a list that is none', ours, '[]', 'LIREN_SERVICE_KEYS is no JWKS'],
      ['with an empty list', ours, '{"keys":[]}', 'LIREN_SERVICE_KEYS is no JWKS'],
      ['with a list of keys that nobody has', ours, list.replaceAll('"kid"', '"of"'), 'is no JWKS'],
      [
        'with a list of private keys',
        ours,
        JSON.stringify({ keys: [{ ...visits.privateKey.export({ format: 'jwk' }), kid: 'visits' }] }),
        'has a private key of visits',
      ],
      [
        'with a key that two have',
        ours,
        listOf(['visits', visits], ['imports', visits]),
        'one key twice, of visits and of imports',
      ],
      [
        'with a secret among the keys',
        ours,
        JSON.stringify({ keys: [{ kty: 'oct', k: 'AAAA', kid: 'visits' }] }),
        'the key of visits cannot be read',
      ],
      ['with an RSA key', privateJwk(rsa), listOf(['visits', rsa]), 'another kind than Ed25519 and P-256'],
      [
        'with an RSA key in the list',
        ours,
        listOf(['visits', visits], ['stores', rsa]),
        'LIREN_SERVICE_KEYS has a key of another kind',
      ],
    ])('%s', (_what, key, keys, why) => {
      expect(() => read(key, keys)).toThrow(why);
    });

    it('and say nothing of a key that cannot be read', () => {
      const { d } = visits.privateKey.export({ format: 'jwk' });
      for (const broken of [ours.slice(0, -2), d!, `{"d":"${d}"}`])
        expect(() => read(broken, list)).toThrow(
          /^LIREN_SERVICE_KEY is no private key: give one as JWK or in PEM, without a password\.$/,
        );
    });

    it('but share the secret when nothing is said', () => {
      expect(read(undefined, undefined)).toBeUndefined();
      expect(read('', '')).toBeUndefined();
    });
  });
});
