import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceTokens, sharedSecrets } from '#libs/access';
import { Peers, type Settings } from '#libs/service';
import { LirenApi } from './liren-api.query.js';

const taken = { outcomes: [{ problem: null }] };
const failed = { outcomes: [{ problem: { status: 500, code: 'internal' } }] };
const refused = { outcomes: [{ problem: { status: 409, code: 'in-the-future' } }] };

describe('the platform, asked by an import', () => {
  let answers: [status: number, body: object | 'hangs up'][];
  let server: Server;
  let api: LirenApi;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const [status, body] = answers.shift()!;
      if (body === 'hangs up') request.destroy();
      else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const settings = { lirenUrl: `http://127.0.0.1:${port}` } as Settings;
    api = new LirenApi(
      new Peers(settings, new ServiceTokens(sharedSecrets([new Uint8Array(32)]), 'imports')),
    );
  });
  afterAll(() => {
    server.close();
  });

  const ask = () => api.post('/v1/visits/batch', {}, new AbortController().signal);

  it.each([
    ['is away', [[503, {}]]],
    ['goes away while it answers', [[200, 'hangs up']]],
    ['fails for some of what it was sent', [[200, failed]]],
  ] as const)('is asked again when it %s', async (_what, before) => {
    answers = [
      ...before.map(([status, body]): [number, object | 'hangs up'] => [status, body]),
      [200, taken],
    ];
    expect(await ask()).toEqual({ status: 200, answer: taken });
  });

  it('is taken at its word when it refuses', async () => {
    answers = [[200, refused]];
    expect(await ask()).toEqual({ status: 200, answer: refused });
    answers = [[400, { code: 'malformed' }]];
    expect(await ask()).toEqual({ status: 400, answer: { code: 'malformed' } });
  });
});
