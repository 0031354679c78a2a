import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import type { OidcSettings } from '../stores.config.js';
import { OidcQuery } from './oidc.query.js';

const NONCE = 'of this browser';

/** What the provider answers at each path; an address where it sends one elsewhere. */
type Pages = Record<string, object | string>;

describe('an id token of the chain’s OpenID provider', () => {
  let server: Server;
  let issuer: string;
  let pages: Pages;
  let key: CryptoKey;
  beforeAll(async () => {
    server = createServer(({ url }, answer) => {
      const page = pages[url ?? ''];
      if (typeof page === 'string') answer.writeHead(302, { location: page }).end();
      else answer.writeHead(page === undefined ? 404 : 200).end(JSON.stringify(page));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const pair = await generateKeyPair('ES256');
    key = pair.privateKey;
    pages = { '/keys': { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }] } };
  });
  beforeEach(() => {
    pages['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/keys` };
  });
  afterAll(() => server.close());

  const settings = () => ({
    ...{ issuer, clientId: 'liren', loginClaim: 'email' },
    ...{ acr: [], amr: [], maxAgeMinutes: undefined, leastRsaBits: 3_072 },
  });
  const query = (more: Partial<OidcSettings> = {}): OidcQuery => new OidcQuery({ ...settings(), ...more });
  const claims = { sub: '7', email: 'lina@example.cn', email_verified: true, nonce: NONCE };
  const token = (
    more: object = {},
    header: Partial<JWTHeaderParameters> = {},
    issued = '0s ago',
    expires = '1h',
  ) =>
    new SignJWT({ ...claims, iss: issuer, aud: 'liren', ...more })
      .setProtectedHeader({ alg: 'ES256', kid: 'one', ...header })
      .setIssuedAt(issued)
      .setExpirationTime(expires)
      .sign(key);

  it('says who it is, with and without the type JWT', async () => {
    const lina = { issuer, subject: '7', login: 'lina@example.cn', nonce: NONCE, way: 'provider' };
    expect(await query().personOf(await token(), NONCE)).toEqual(lina);
    expect(await query().personOf(await token({}, { typ: 'JWT' }), NONCE)).toEqual(lina);
  });

  it.each<[string, () => Promise<string>]>([
    ['a token for access', () => token({}, { typ: 'at+jwt' })],
    ['a token for signing out', () => token({}, { typ: 'logout+jwt' })],
    ['for another client', () => token({ aud: 'another' })],
    ['of another issuer', () => token({ iss: 'https://elsewhere.example' })],
    ['expired', () => token({}, {}, '2 minutes ago', '1 minute ago')],
    ['made more than ten minutes ago', () => token({}, {}, '11 minutes ago')],
    ['of nobody', () => token({ sub: undefined })],
    ['without an address', () => token({ email: undefined })],
    ['with the nonce of another browser', () => token({ nonce: 'of another' })],
    ['without a nonce', () => token({ nonce: undefined })],
    ['whose address nobody has checked', () => token({ email_verified: 'true' })],
  ])('is not taken when it is %s', async (_what, made) => {
    await expect(query().personOf(await made(), NONCE)).rejects.toMatchObject({ status: 401 });
  });

  it.each([
    [2_048, 3_072, false],
    [3_072, 3_072, true],
    [2_048, 2_048, true],
  ])(
    'signed with %i bits of RSA where %i are the least, is taken: %s',
    async (modulusLength, leastRsaBits, taken) => {
      const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength });
      const elsewhere = { issuer, jwks_uri: `${issuer}/rsa` };
      pages['/.well-known/openid-configuration'] = elsewhere;
      pages['/rsa'] = { keys: [{ ...(await exportJWK(publicKey)), kid: 'rsa', alg: 'RS256' }] };
      const made = await new SignJWT({ ...claims, iss: issuer, aud: 'liren' })
        .setProtectedHeader({ alg: 'RS256', kid: 'rsa' })
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey);
      const asked = query({ leastRsaBits }).personOf(made, NONCE);
      await (taken
        ? expect(asked).resolves.toMatchObject({ subject: claims.sub })
        : expect(asked).rejects.toMatchObject({ status: 401 }));
    },
  );

  it('is not taken while the provider describes itself as another', async () => {
    for (const other of ['https://elsewhere.example', `${issuer}/`]) {
      pages['/.well-known/openid-configuration'] = { issuer: other, jwks_uri: `${issuer}/keys` };
      await expect(query().personOf(await token(), NONCE)).rejects.toMatchObject({
        status: 503,
        cause: { message: expect.stringContaining('calls itself') },
      });
    }
  });

  it('is neither taken nor refused while the provider is away: not its description, nor its keys', async () => {
    const nowhere = 'http://127.0.0.1:9';
    const away = query({ issuer: nowhere });
    await expect(away.personOf(await token({ iss: nowhere }), NONCE)).rejects.toMatchObject({ status: 503 });
    const asked = query();
    for (const jwks_uri of [`${issuer}/nothing-there`, `${nowhere}/keys`]) {
      pages['/.well-known/openid-configuration'] = { issuer, jwks_uri };
      await expect(query().personOf(await token(), NONCE)).rejects.toMatchObject({ status: 503 });
    }
    delete pages['/.well-known/openid-configuration'];
    await expect(asked.personOf(await token(), NONCE)).rejects.toMatchObject({ status: 503 });
    pages['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/keys` };
    expect(await asked.personOf(await token(), NONCE)).toMatchObject({ login: 'lina@example.cn' }); // it is back
  });

  it('is not taken when the provider has no such key', async () => {
    await expect(query().personOf(await token({}, { kid: 'two' }), NONCE)).rejects.toMatchObject({
      status: 401,
    });
  });

  it('is not taken while its description, or its keys, are said to be elsewhere', async () => {
    pages['/.well-known/openid-configuration'] = `${issuer}/elsewhere`;
    pages['/elsewhere'] = { issuer, jwks_uri: `${issuer}/keys` };
    await expect(query().personOf(await token(), NONCE)).rejects.toThrow();
    pages['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/moved` };
    pages['/moved'] = `${issuer}/keys`;
    await expect(query().personOf(await token(), NONCE)).rejects.toThrow();
  });

  it('is not taken in a browser that asked for none', async () => {
    const unasked = token({ nonce: undefined });
    await expect(query().personOf(await unasked, undefined)).rejects.toMatchObject({ status: 401 });
    await expect(query().personOf(await token(), undefined)).rejects.toMatchObject({ status: 401 });
  });

  it('says how she was checked, where settings mind it: by `acr`, by every word of `amr`', async () => {
    const minding = { acr: ['gold', 'silver'], amr: ['pwd', 'otp'] };
    const person = await query(minding).personOf(await token({ acr: 'silver', amr: ['otp', 'pwd'] }), NONCE);
    expect(person.way).toBe('strong-provider');
    for (const weak of [{}, { acr: 'bronze', amr: ['otp', 'pwd'] }, { acr: 'gold', amr: 'pwd otp' }])
      await expect(query(minding).personOf(await token(weak), NONCE)).rejects.toMatchObject({ status: 401 });
  });

  it('says when she was checked, where settings mind it', async () => {
    const asked = query({ maxAgeMinutes: 5 });
    const now = Math.floor(Date.now() / 1_000);
    expect((await asked.personOf(await token({ auth_time: now - 240 }), NONCE)).way).toBe('provider');
    for (const auth_time of [now - 301, undefined, 'just now', null])
      await expect(asked.personOf(await token({ auth_time }), NONCE)).rejects.toMatchObject({ status: 401 });
  });
});
