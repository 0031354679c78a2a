import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import supertest from 'supertest';

const CALLBACK = 'http://127.0.0.1:9/callback';
const SECRET = 'known to the client and the provider';

/** An OpenID provider of a chain, where people sign in by their e-mail address. */
export interface ChainProvider {
  readonly issuer: string;
  /** An id token as a page of the chain gets it, for one of the provider's clients. */
  idTokenOf(email: string, clientId?: string): Promise<string>;
  close(): void;
}

/** `unverified@…` is an address that the provider has not checked. */
export const startProvider = async (): Promise<ChainProvider> => {
  const server: Server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: ['liren', 'another'].map((client_id) => ({
      ...{ client_id, client_secret: SECRET, redirect_uris: [CALLBACK], response_types: ['code' as const] },
    })),
    claims: { email: ['email', 'email_verified'] },
    conformIdTokenClaims: false, // the address in the id token itself
    pkce: { required: () => false },
    cookies: { keys: ['of this run'] },
    findAccount: (_context: unknown, email: string) => ({
      accountId: email,
      claims: () => ({ sub: email, email, email_verified: !email.startsWith('unverified') }),
    }),
  });
  server.on('request', (...given) => void provider.callback()(...given));
  return {
    issuer,
    idTokenOf: async (email, clientId = 'liren') => {
      const browser = supertest.agent(issuer);
      const code = await codeFor(browser, email, clientId);
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

/** Signs in and consents, as a person does page by page. */
const codeFor = async (
  browser: ReturnType<typeof supertest.agent>,
  email: string,
  clientId: string,
): Promise<string> => {
  const asked = { client_id: clientId, response_type: 'code', scope: 'openid email', redirect_uri: CALLBACK };
  let place = `/auth?${new URLSearchParams(asked).toString()}`;
  for (let prompts = ['login', 'consent']; !place.startsWith(CALLBACK);) {
    const isPrompt = place.includes('/interaction/');
    const [prompt = 'consent', ...later] = prompts;
    if (isPrompt) prompts = later;
    const form = browser.post(new URL(place, 'http://provider').pathname).type('form');
    const answer = isPrompt
      ? await form.send({ prompt, login: email, password: 'any' })
      : await browser.get(place.replace(/^https?:\/\/[^/]+/, ''));
    const next = answer.headers['location'];
    if (next === undefined)
      throw new Error(`The provider answered ${answer.status} at ${place}: ${answer.text}`);
    place = next;
  }
  return new URL(place).searchParams.get('code')!;
};
