const SIGN_IN = '/v1/sessions';

/** What somebody can mend; said in one line. */
export class NotSignedIn extends Error {}

/** Asks the platform in somebody's name; signs in again when the token has become too old. */
export class SignedIn {
  private token: Promise<string> | undefined;

  constructor(
    private readonly platform: string,
    private readonly env: Readonly<Record<string, string | undefined>>,
  ) {}

  /** Throws `NotSignedIn`, or as `fetch` does when nobody answers. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await this.send(path, init);
    if (answer.status !== 401) return answer;
    this.token = undefined;
    if (given(this.env['LIREN_TOKEN']) !== undefined)
      throw new NotSignedIn('The token in LIREN_TOKEN is not good, or not any more: set a fresh one.');
    return this.send(path, init);
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    this.token ??= this.signIn();
    const authorization = `Bearer ${await this.token}`;
    return fetch(`${this.platform}${path}`, { ...init, headers: { authorization } });
  }

  private async signIn(): Promise<string> {
    const token = given(this.env['LIREN_TOKEN']);
    if (token !== undefined) return token;
    const password = given(this.env['LIREN_ADMIN_PASSWORD']);
    if (password === undefined)
      throw new NotSignedIn('Set LIREN_ADMIN_PASSWORD to the password of admin, or LIREN_TOKEN to a token.');
    const answer = await fetch(`${this.platform}${SIGN_IN}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'admin', password }),
    });
    const body = (await answer.json()) as { accessToken: string; detail?: string; title?: string };
    if (!answer.ok) throw new NotSignedIn(`Signing in as admin: ${body.detail ?? body.title}`);
    return body.accessToken;
  }
}

const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);
