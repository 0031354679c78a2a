import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import supertest from 'supertest';
import {
  ALGORITHM,
  AUDIENCE,
  EVERY_STORE,
  ISSUER,
  TOKEN_SECONDS,
  TOKEN_TYPE,
  type AccessSource,
  type Role,
} from '#libs/access';
import { uuidv7 } from '#libs/event-store';

const KID = 'tests';
const keys = generateKeyPair(ALGORITHM);

/** What services under test are given in place of `stores`: the keys that tests sign with. */
export const testAccess: AccessSource = async () => ({
  keys: [{ ...(await exportJWK((await keys).publicKey)), kid: KID, alg: ALGORITHM }],
  endedSessions: [],
  epochs: {},
});

/** The same for all services of a test run. */
export const TEST_SERVICE_SECRET = Buffer.alloc(32, 7).toString('base64');

/** Of `admin`, wherever a test starts `stores`. */
export const TEST_ADMIN_PASSWORD = 'a password for tests';

export interface Somebody {
  readonly role: Role;
  readonly stores?: readonly string[];
  readonly subject?: string;
}

/** A token as `stores` would give it; HQ admin when nobody is said. */
export const tokenOf = async (
  { role, stores = [], subject }: Somebody = { role: 'hq-admin' },
): Promise<string> =>
  new SignJWT({
    ...{ sid: uuidv7(), epoch: 0, role },
    stores: EVERY_STORE.includes(role) ? 'every' : stores,
  })
    .setProtectedHeader({ alg: ALGORITHM, kid: KID, typ: TOKEN_TYPE })
    .setSubject(subject ?? uuidv7())
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_SECONDS}s`)
    .sign((await keys).privateKey);

export type Asking = ReturnType<typeof supertest.agent>;

/** Asks over HTTP with a token; without one, as somebody who has not signed in. */
export const asking = (url: string, token?: string): Asking => {
  const agent = supertest.agent(url);
  return token === undefined ? agent : agent.set('authorization', `Bearer ${token}`);
};

/** Signs in by password, as people do. */
export const signIn = async (url: string, login: string, password: string, ask = fetch): Promise<string> => {
  const answer = await ask(`${url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (answer.status !== 201)
    throw new Error(`Signing in as ${login} answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { accessToken: string }).accessToken;
};

const RENEWED_MS = (TOKEN_SECONDS * 1_000) / 2;

/** Asks for a path with a token. */
export type SignedFetch = (path: string, init?: RequestInit) => Promise<Response>;

/** Signs in as `admin` of a platform that tests have started, and anew before a token expires: some of them take longer. */
export const signedFetch = async (url: string, ask = fetch): Promise<SignedFetch> => {
  const signedIn = () => ({
    since: performance.now(),
    token: signIn(url, 'admin', TEST_ADMIN_PASSWORD, ask),
  });
  let now = signedIn();
  await now.token;
  return async (path, init = {}) => {
    if (performance.now() - now.since > RENEWED_MS) now = signedIn();
    const authorization = `Bearer ${await now.token}`;
    return ask(`${url}${path}`, {
      ...init,
      headers: { authorization, ...(init.headers as Record<string, string>) },
    });
  };
};
