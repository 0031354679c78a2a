import { Injectable } from '@nestjs/common';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type CryptoKey,
  type JWK,
} from 'jose';
import { DataSource } from 'typeorm';
import { ALGORITHM, AUDIENCE, ISSUER, TOKEN_SECONDS, TOKEN_TYPE, type Claims } from '#libs/access';
import { open, seal, type Envelope, type Key } from '#libs/privacy';

interface Row {
  kid: string;
  sealed: Envelope;
  /** Whether it is old enough for a new one to take its place. */
  isOld: boolean;
}

interface Made {
  readonly kid: string;
  readonly jwk: JWK;
}

interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey | Uint8Array;
}

const DAYS_OF_A_KEY = 30;
/** How long a process goes on signing before it looks whether there is a newer key. */
const LOOK_AGAIN_MS = 60_000;
const PLACE = { stream: 'signing-key', type: ALGORITHM, field: 'private' };

/** The keys tokens are signed with: a new one every month; old ones are still good for verifying. */
@Injectable()
export class SigningKeysQuery {
  private current: { signing: SigningKey; lookedAt: number } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    /** The first seals, each opens. */
    private readonly sealing: readonly Key[],
  ) {}

  /** A token for an account, good for `TOKEN_SECONDS`. */
  async sign({ sub, ...claims }: Claims): Promise<string> {
    const { kid, key } = await this.signingKey();
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, kid, typ: TOKEN_TYPE })
      .setSubject(sub)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_SECONDS}s`)
      .sign(key);
  }

  private async signingKey(): Promise<SigningKey> {
    const now = performance.now();
    if (this.current !== undefined && now - this.current.lookedAt < LOOK_AGAIN_MS)
      return this.current.signing;
    const newest = await this.newest();
    const opened = newest === undefined || newest.isOld ? undefined : this.open(newest);
    const { kid, jwk } = opened ?? (await this.make());
    this.current = { signing: { kid, key: await importJWK(jwk, ALGORITHM) }, lookedAt: now };
    return this.current.signing;
  }

  /** Undefined when it was sealed with a secret that is forgotten: it signs no more, and tokens that it signed stay good. */
  private open({ kid, sealed }: Row): Made | undefined {
    for (const key of this.sealing) {
      try {
        return { kid, jwk: open<JWK>(sealed, PLACE, [key]) as JWK };
      } catch {
        continue;
      }
    }
    return undefined;
  }

  private async newest(): Promise<Row | undefined> {
    const rows = await this.dataSource.query<Row[]>(
      `select kid, sealed, made_at < now() - interval '${DAYS_OF_A_KEY} days' as "isOld"
         from signing_key order by made_at desc limit 1`,
    );
    return rows[0];
  }

  /** Two processes may each make one; both are good. */
  private async make(): Promise<Made> {
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    const shown = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(shown);
    const jwk = await exportJWK(privateKey);
    const sealed = seal(jwk, PLACE, [this.sealing[0]!]);
    await this.dataSource.query('insert into signing_key (kid, public, sealed) values ($1, $2, $3)', [
      kid,
      JSON.stringify({ ...shown, kid, alg: ALGORITHM, use: 'sig' }),
      JSON.stringify(sealed),
    ]);
    return { kid, jwk };
  }
}
