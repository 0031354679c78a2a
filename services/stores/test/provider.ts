import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import supertest from 'supertest';

const CALLBACK = 'http://127.0.0.1:9/callback';
const SECRET = 'known to the client and the provider';

/** What a page of the chain asks for, and how the provider checks whoever signs in. */
export interface AskedFor {
  readonly nonce?: string;
  readonly clientId?: string;
  /** Who she is at the provider, whatever her address; the address itself when left out. */
  readonly subject?: string;
  readonly acr?: string;
  readonly amr?: readonly string[];
  /** Seconds since she signed in there. */
  readonly age?: number;
}

/** An OpenID provider of a chain, where people sign in by their e-mail address. */
export interface ChainProvider {
  readonly issuer: string;
  /** An id token as a page of the chain gets it, for one of the provider's clients. */
  idTokenOf(email: string, asked?: AskedFor): Promise<string>;
  close(): void;
}

/** `unverified@…` is an address that the provider has not checked. */
export const startProvider = async (): Promise<ChainProvider> => {
  const server: Server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const emails = new Map<string, string>();
  const provider = new Provider(issuer, {
    clients: ['liren', 'another'].map((client_id) => ({
      ...{ client_id, client_secret: SECRET, redirect_uris: [CALLBACK], response_types: ['code' as const] },
    })),
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false, // the address in the id token itself
    pkce: { required: () => false },
    cookies: { keys: ['of this run'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, subject: string) => {
      const email = emails.get(subject)!;
      return {
        accountId: subject,
        claims: () => ({ sub: subject, email, email_verified: !email.startsWith('unverified') }),
      };
    },
  });
  let now: { subject: string } & AskedFor = { subject: '' };
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { prompt, session, params } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      const { subject: accountId, acr, amr, age = 0 } = now;
      const ts = Math.floor(Date.now() / 1_000) - age;
      const login = { accountId, ts, ...(acr && { acr }), ...(amr && { amr: [...amr] }) };
      return provider.interactionFinished(request, response, { login });
    }
    const grant = new provider.Grant({
      accountId: session!.accountId,
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope('openid email');
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = request.url?.startsWith('/interaction/') ? interact : provider.callback();
    void answer(request, response);
  });
  return {
    issuer,
    idTokenOf: async (email, asked = {}) => {
      const { clientId = 'liren', nonce, subject = email } = asked;
      emails.set(subject, email);
      now = { ...asked, subject };
      const browser = supertest.agent(issuer);
      const code = await codeFor(browser, clientId, nonce);
      const answer = await browser
        .post('/token')
        .auth(clientId, encodeURIComponent(SECRET))
        .type('form')
        .send({ grant_type: 'authorization_code', code, redirect_uri: CALLBACK })
        .expect(200);
      return (answer.body as { id_token: string }).id_token;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** Goes from page to page until there is a code, as a browser does. */
const codeFor = async (
  browser: ReturnType<typeof supertest.agent>,
  client_id: string,
  nonce: string | undefined,
): Promise<string> => {
  const asked = { client_id, response_type: 'code', scope: 'openid email', redirect_uri: CALLBACK };
  const question = new URLSearchParams({ ...asked, ...(nonce === undefined ? {} : { nonce }) });
  let place = `/auth?${question.toString()}`;
  while (!place.startsWith(CALLBACK)) {
    const answer = await browser.get(place.replace(/^https?:\/\/[^/]+/, ''));
    const next = answer.headers['location'];
    if (next === undefined)
      throw new Error(`The provider answered ${answer.status} at ${place}: ${answer.text}`);
    place = next;
  }
  return new URL(place).searchParams.get('code')!;
};
