import { jest } from '@jest/globals';
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { AccessList } from './access-list.js';
import { ISSUER, TOKEN_TYPE } from './claims.js';
import { sharedSecrets } from './service-keys.js';
import { ServiceTokens } from './service-tokens.js';
import { AccessUnknown, BadToken, Tokens } from './tokens.js';

type Part = Record<string, unknown>;

const SECRET = new Uint8Array(32).fill(7);
const ACCOUNT = '01900000-0000-7000-8000-0000000000a1';
const SESSION = '01900000-0000-7000-8000-0000000000b1';
const now = (): number => Math.floor(Date.now() / 1_000);
const encoded = (part: Part): string => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('who sends a token', () => {
  const ours = generateKeyPairSync('ed25519');
  const theirs = generateKeyPairSync('ed25519');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let list: AccessList;
  let tokens: Tokens;
  let asked = 0;

  beforeEach(async () => {
    const jwk = ours.publicKey.export({ format: 'jwk' }) as JWK;
    const rsaJwk = rsa.publicKey.export({ format: 'jwk' }) as JWK;
    list = {
      keys: [
        { ...jwk, kid: 'one', alg: 'EdDSA' },
        { ...rsaJwk, kid: 'rsa' },
      ],
      endedSessions: [],
      epochs: {},
    };
    tokens = new Tokens(
      async () => {
        asked += 1;
        return list;
      },
      new ServiceTokens(sharedSecrets([SECRET]), 'visits'),
    );
    await tokens.refresh();
  });

  const header = { alg: 'EdDSA', kid: 'one', typ: TOKEN_TYPE };
  const claims = () => ({
    ...{ sub: ACCOUNT, sid: SESSION, epoch: 2, role: 'therapist', stores: ['sh-01'] },
    ...{ iss: ISSUER, aud: 'liren', iat: now(), exp: now() + 900 },
  });
  const byKey = (key: KeyObject, head: Part = header, body: Part = claims()): string => {
    const signed = `${encoded(head)}.${encoded(body)}`;
    const algorithm = head['alg'] === 'RS256' ? 'RSA-SHA256' : null;
    return `${signed}.${sign(algorithm, Buffer.from(signed), key).toString('base64url')}`;
  };
  const bySecret = (secret: string | Uint8Array, head: Part, body: Part = claims()): string => {
    const signed = `${encoded(head)}.${encoded(body)}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
  const good = (body: Part = {}, head: Part = {}): string =>
    byKey(ours.privateKey, { ...header, ...head }, { ...claims(), ...body });
  const bad = (token: string) => expect(tokens.principalOf(token)).rejects.toThrow(BadToken);

  it('is told by a good one', async () => {
    expect(await tokens.principalOf(good())).toEqual({
      ...{ subject: ACCOUNT, role: 'therapist', stores: ['sh-01'], session: SESSION },
    });
  });

  it.each<[string, () => string]>([
    ['alg none', () => `${encoded({ ...header, alg: 'none' })}.${encoded(claims())}.`],
    ['alg none with a signature', () => good({}, { alg: 'none' })],
    ['alg None in other letters', () => `${encoded({ ...header, alg: 'nOnE' })}.${encoded(claims())}.`],
    ['no signature', () => good().replace(/[^.]*$/, '')],
    ['another signature', () => good().replace(/.{8}$/, 'AAAAAAAA')],
    [
      'another body under the signature',
      () => {
        const [head, , signature] = good().split('.');
        return [head, encoded({ ...claims(), role: 'hq-admin' }), signature].join('.');
      },
    ],
    [
      'an HMAC by our public key, as PEM',
      () =>
        bySecret(ours.publicKey.export({ type: 'spki', format: 'pem' }), {
          ...header,
          alg: 'HS256',
        }),
    ],
    [
      'an HMAC by our public key, as its bytes',
      () =>
        bySecret(Buffer.from((ours.publicKey.export({ format: 'jwk' }) as { x: string }).x, 'base64url'), {
          ...header,
          alg: 'HS256',
        }),
    ],
    [
      'an HMAC by an RSA public key of the list',
      () =>
        bySecret(rsa.publicKey.export({ type: 'spki', format: 'pem' }), {
          ...header,
          alg: 'HS256',
          kid: 'rsa',
        }),
    ],
    ['RS256 by a key of the list', () => byKey(rsa.privateKey, { ...header, alg: 'RS256', kid: 'rsa' })],
    ['somebody else’s key under our kid', () => byKey(theirs.privateKey)],
    ['an unknown kid', () => byKey(theirs.privateKey, { ...header, kid: 'two' })],
    ['an unknown kid that is a path', () => byKey(theirs.privateKey, { ...header, kid: '../../dev/null' })],
    [
      'a key that the header brings',
      () => byKey(theirs.privateKey, { ...header, jwk: theirs.publicKey.export({ format: 'jwk' }) }),
    ],
    [
      'keys that the header says where to find',
      () =>
        byKey(theirs.privateKey, {
          ...header,
          kid: 'two',
          jku: 'http://127.0.0.1:9/keys',
          x5u: 'http://127.0.0.1:9/',
        }),
    ],
    ['a header that must be understood', () => good({}, { crit: ['exp'] })],
    ['an expired one', () => good({ exp: now() - 1 })],
    ['one that never expires', () => good({ exp: undefined })],
    ['one that is not good yet', () => good({ nbf: now() + 60 })],
    ['one for another audience', () => good({ aud: 'others' })],
    ['one for no audience', () => good({ aud: undefined })],
    ['one of another issuer', () => good({ iss: 'https://liren.example' })],
    ['one of no issuer', () => good({ iss: undefined })],
    ['an id token', () => good({}, { typ: 'JWT' })],
    ['one without a type', () => good({}, { typ: undefined })],
    ['one without a role', () => good({ role: undefined })],
    ['one of no session', () => good({ sid: undefined })],
    ['what is no token', () => 'let me in'],
    ['three dots', () => '...'],
  ])('is not told by %s', async (_what, token) => {
    await bad(token());
  });

  it('is not told by a good token whose session has ended, from the moment that is known', async () => {
    const token = good();
    await tokens.principalOf(token);
    list = { ...list, endedSessions: [SESSION] };
    await tokens.refresh();
    await bad(token);
  });

  it('is not told by a token from before the account changed', async () => {
    list = { ...list, epochs: { [ACCOUNT]: 3 } };
    await tokens.refresh();
    await bad(good());
    expect(await tokens.principalOf(good({ epoch: 3 }))).toMatchObject({ subject: ACCOUNT });
  });

  it('is not told by a token that was good when it was first seen and has expired since', async () => {
    const token = good({ exp: now() + 60 });
    await tokens.principalOf(token);
    jest.useFakeTimers({ now: Date.now() + 60_000, doNotFake: ['nextTick'] });
    await bad(token).finally(() => jest.useRealTimers());
  });

  it('is told by a key that is younger than the list; stores is asked once for all who wait', async () => {
    const younger = generateKeyPairSync('ed25519');
    list = {
      ...list,
      keys: [...list.keys, { ...(younger.publicKey.export({ format: 'jwk' }) as JWK), kid: 'two' }],
    };
    asked = 0;
    const waiting = Array.from({ length: 20 }, () =>
      tokens.principalOf(byKey(younger.privateKey, { ...header, kid: 'two' })),
    );
    expect(new Set((await Promise.all(waiting)).map(({ subject }) => subject))).toEqual(new Set([ACCOUNT]));
    expect(asked).toBe(1);
  });

  it('cannot be said while stores was never reached, which is no fault of the token', async () => {
    const cutOff = new Tokens(
      () => Promise.reject(new Error('away')),
      new ServiceTokens(sharedSecrets([SECRET]), 'visits'),
    );
    await expect(cutOff.principalOf(good())).rejects.toThrow(AccessUnknown);
  });

  describe('that a service made', () => {
    const services = new ServiceTokens(sharedSecrets([SECRET]), 'imports');

    it('is the service itself, or whoever it works for, with no more than she may see', async () => {
      expect(await tokens.principalOf(await services.token())).toEqual({
        ...{ subject: 'service:imports', role: 'service', stores: 'every', session: null },
      });
      const behalf = { subject: ACCOUNT, stores: ['sh-01'] };
      expect(await tokens.principalOf(await services.token(behalf))).toMatchObject(behalf);
    });

    it('is good at every step of a rotation of the secret, whichever part has come how far', async () => {
      const [old, next] = [SECRET, new Uint8Array(32).fill(9)];
      const steps = [[old], [old, next], [next, old], [next]] as [Uint8Array, ...Uint8Array[]][];
      for (const [at, step] of steps.entries())
        for (const neighbour of steps.slice(Math.max(0, at - 1), at + 2)) {
          const token = await new ServiceTokens(sharedSecrets(neighbour), 'imports').token();
          expect((await new ServiceTokens(sharedSecrets(step), 'visits').verify(token)).subject).toBe(
            'service:imports',
          );
        }
      const forgotten = await new ServiceTokens(sharedSecrets([old]), 'imports').token();
      await expect(new ServiceTokens(sharedSecrets([next]), 'visits').verify(forgotten)).rejects.toThrow(
        'signature',
      );
    });

    it.each<[string, () => Promise<string>]>([
      [
        'with another secret',
        () => new ServiceTokens(sharedSecrets([new Uint8Array(32).fill(8)]), 'imports').token(),
      ],
      [
        'by a key of accounts',
        async () => {
          return byKey(ours.privateKey, header, { ...claims(), iss: ServiceTokens.issuer });
        },
      ],
      [
        'for accounts, by the secret of services',
        async () => bySecret(SECRET, { alg: 'HS256', typ: TOKEN_TYPE }),
      ],
      [
        'that has expired',
        () =>
          new SignJWT({ stores: 'every' })
            .setProtectedHeader({ alg: 'HS256', typ: TOKEN_TYPE })
            .setSubject('service:imports')
            .setIssuer(ServiceTokens.issuer)
            .setAudience('liren')
            .setExpirationTime('-1s')
            .sign(SECRET),
      ],
      ['with a header that cannot be read', async () => (await services.token()).replace(/^[^.]*/, '!')],
      [
        'that says whose key it is where all share one',
        async () =>
          bySecret(
            SECRET,
            { alg: 'HS256', typ: TOKEN_TYPE, kid: 'imports' },
            { ...claims(), iss: ServiceTokens.issuer },
          ),
      ],
      [
        'by a fresh key pair',
        async () => {
          const pair = await generateKeyPair('EdDSA');
          await exportJWK(pair.publicKey);
          return new SignJWT({ stores: 'every' })
            .setProtectedHeader({ alg: 'EdDSA', typ: TOKEN_TYPE })
            .setSubject('service:imports')
            .setIssuer(ServiceTokens.issuer)
            .setAudience('liren')
            .setExpirationTime('60s')
            .sign(pair.privateKey);
        },
      ],
    ])('is not taken %s', async (_what, token) => {
      await bad(await token());
    });
  });
});
