import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import { OidcQuery } from './oidc.query.js';

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

  const given = { clientId: 'liren', loginClaim: 'email', leastRsaBits: 3_072 };
  const query = (): OidcQuery => new OidcQuery({ issuer, ...given });
  const claims = { sub: '7', email: 'lina@example.cn', email_verified: true };
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

  it('says the login, with and without the type JWT', async () => {
    expect(await query().loginOf(await token())).toBe('lina@example.cn');
    expect(await query().loginOf(await token({}, { typ: 'JWT' }))).toBe('lina@example.cn');
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
    ['whose address nobody has checked', () => token({ email_verified: 'true' })],
  ])('is not taken when it is %s', async (_what, made) => {
    await expect(query().loginOf(await made())).rejects.toMatchObject({ status: 401 });
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
      const asked = new OidcQuery({ issuer, ...given, leastRsaBits }).loginOf(made);
      await (taken
        ? expect(asked).resolves.toBe(claims.email)
        : expect(asked).rejects.toMatchObject({ status: 401 }));
    },
  );

  it('is not taken while the provider describes itself as another', async () => {
    for (const other of ['https://elsewhere.example', `${issuer}/`]) {
      pages['/.well-known/openid-configuration'] = { issuer: other, jwks_uri: `${issuer}/keys` };
      await expect(query().loginOf(await token())).rejects.toMatchObject({
        status: 503,
        cause: { message: expect.stringContaining('calls itself') },
      });
    }
  });

  it('is neither taken nor refused while the provider is away: not its description, nor its keys', async () => {
    const nowhere = 'http://127.0.0.1:9';
    const away = new OidcQuery({ issuer: nowhere, ...given });
    await expect(away.loginOf(await token({ iss: nowhere }))).rejects.toMatchObject({ status: 503 });
    const asked = query();
    for (const jwks_uri of [`${issuer}/nothing-there`, `${nowhere}/keys`]) {
      pages['/.well-known/openid-configuration'] = { issuer, jwks_uri };
      await expect(query().loginOf(await token())).rejects.toMatchObject({ status: 503 });
    }
    delete pages['/.well-known/openid-configuration'];
    await expect(asked.loginOf(await token())).rejects.toMatchObject({ status: 503 });
    pages['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/keys` };
    expect(await asked.loginOf(await token())).toBe('lina@example.cn'); // it is back
  });

  it('is not taken when the provider has no such key', async () => {
    await expect(query().loginOf(await token({}, { kid: 'two' }))).rejects.toMatchObject({ status: 401 });
  });

  it('is not taken while its description, or its keys, are said to be elsewhere', async () => {
    pages['/.well-known/openid-configuration'] = `${issuer}/elsewhere`;
    pages['/elsewhere'] = { issuer, jwks_uri: `${issuer}/keys` };
    await expect(query().loginOf(await token())).rejects.toThrow();
    pages['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/moved` };
    pages['/moved'] = `${issuer}/keys`;
    await expect(query().loginOf(await token())).rejects.toThrow();
  });
});
