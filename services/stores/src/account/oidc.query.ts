import { Inject, Injectable, ServiceUnavailableException, UnauthorizedException } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Rejection } from '#libs/event-sourcing';
import { OIDC, type OidcSettings } from '../stores.config.js';

/** Somebody as the provider has her. `subject` stays hers, whatever becomes of her address. */
export interface ProvidedPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly login: string;
  readonly nonce: string;
  /** Strong where settings demand how she is checked, for then she was. */
  readonly way: 'provider' | 'strong-provider';
}

/** What an OpenID provider may sign with: public keys only, so that nobody passes one off as a shared secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** The chain's own OpenID provider, where it has one. An id token says which account somebody has. */
@Injectable()
export class OidcQuery {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(@Inject(OIDC) private readonly settings: OidcSettings | undefined) {}

  /**
   * Who it is by a token that the provider gave for us, in a flow that the browser with this nonce began. Refuses with
   * `no-provider`, 401 for any other token, 503 while the provider is away.
   */
  async personOf(idToken: string, nonce: string | undefined): Promise<ProvidedPerson> {
    const { settings } = this;
    if (settings === undefined)
      throw new Rejection('no-provider', 'This chain has no OpenID provider: sign in with a password.', {});
    const { issuer, clientId: audience, loginClaim, leastRsaBits } = settings;
    const keys = await this.keysOf(issuer, leastRsaBits);
    try {
      const { payload, protectedHeader } = await jwtVerify(idToken, keys, {
        ...{ issuer, audience, algorithms: ALGORITHMS },
        ...{ requiredClaims: ['sub', 'exp', 'iat', loginClaim], maxTokenAge: '10 minutes' },
      });
      checkType(protectedHeader.typ);
      checkNonce(payload, nonce);
      checkStrength(payload, settings);
      const way = settings.acr.length + settings.amr.length > 0 ? 'strong-provider' : 'provider';
      return { issuer, subject: payload.sub!, login: loginIn(payload, loginClaim), nonce: nonce!, way };
    } catch (cause) {
      if (!(cause instanceof errors.JOSEError)) throw cause;
      throw new UnauthorizedException('The id token is not one that the provider gave for Liren.', { cause });
    }
  }

  /** Found by the provider's own description; looked for again when that failed. */
  private keysOf(issuer: string, leastRsaBits: number): Promise<JWTVerifyGetKey> {
    this.keys ??= findKeys(issuer, leastRsaBits).catch((error: unknown) => {
      this.keys = undefined;
      throw away(error);
    });
    return this.keys;
  }
}

/** Providers sign other tokens with the same keys, for access (`at+jwt`) or signing out (`logout+jwt`): these say who nobody is. */
const checkType = (type: string | undefined): void => {
  if (type !== undefined && type.toUpperCase() !== 'JWT')
    throw new UnauthorizedException('This is another kind of token than an id token.');
};

/** The token is for a flow that this browser began; not one that somebody had from elsewhere. */
const checkNonce = (payload: JWTPayload, nonce: string | undefined): void => {
  if (nonce === undefined || payload['nonce'] !== nonce)
    throw new UnauthorizedException(
      'This id token was not asked for here: have a nonce from POST /v1/sessions/oidc/nonce, and ask the provider with it.',
    );
};

/** How the provider has checked her, and when, where settings mind it. */
const checkStrength = (payload: JWTPayload, { acr, amr, maxAgeMinutes }: OidcSettings): void => {
  const used = Array.isArray(payload['amr']) ? (payload['amr'] as unknown[]) : [];
  const isStrong =
    (acr.length === 0 || acr.includes(String(payload['acr']))) && amr.every((one) => used.includes(one));
  if (!isStrong)
    throw new UnauthorizedException('The provider has not checked you as strongly as this chain demands.');
  const seconds = Date.now() / 1_000 - Number(payload['auth_time'] ?? Number.NaN);
  if (maxAgeMinutes !== undefined && !(seconds <= maxAgeMinutes * 60))
    throw new UnauthorizedException('You signed in to the provider too long ago: sign in there again.');
};

/** An address that the provider has not checked could be anybody's. */
const loginIn = (payload: JWTPayload, claim: string): string => {
  if (claim === 'email' && payload['email_verified'] !== true)
    throw new UnauthorizedException('The provider has not verified this e-mail address.');
  return String(payload[claim]);
};

/** What a token brings about itself: a key that the provider does not have. All else is the provider's. */
const OF_THE_TOKEN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

const away = (cause: unknown): ServiceUnavailableException =>
  new ServiceUnavailableException(
    'The chain’s OpenID provider cannot be asked now: try again, or sign in with a password.',
    { cause },
  );

const findKeys = async (issuer: string, leastRsaBits: number): Promise<JWTVerifyGetKey> => {
  const keys = createRemoteJWKSet(await findKeysUri(issuer));
  return async (header, token) => {
    const key = await keys(header, token).catch((error: unknown) => {
      throw OF_THE_TOKEN.some((fault) => error instanceof fault) ? error : away(error);
    });
    const { modulusLength } = key.algorithm as { modulusLength?: number };
    if (modulusLength === undefined || modulusLength >= leastRsaBits) return key;
    throw new errors.JOSENotSupported(`A key of ${modulusLength} bits is too short.`);
  };
};

const findKeysUri = async (issuer: string): Promise<URL> => {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    redirect: 'error', // it describes itself where it is, and nowhere else
    signal: AbortSignal.timeout(3_000),
  });
  const described = (await answer.json()) as { issuer: string; jwks_uri: string };
  if (described.issuer !== issuer)
    throw new Error(`The provider at ${issuer} calls itself ${described.issuer}.`);
  return new URL(described.jwks_uri);
};
