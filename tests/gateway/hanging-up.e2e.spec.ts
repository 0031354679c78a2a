import { once } from 'node:events';
import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { eventually } from '#libs/testing';
import { startGateway, type StartedGateway } from '../../services/gateway/src/start-gateway.js';

describe('the gateway, when somebody hangs up', () => {
  let service: Server;
  let gateway: StartedGateway;
  let open = 0;
  const serve = (asked: IncomingMessage, answer: ServerResponse): void => {
    if (asked.url === '/openapi.json') {
      answer.writeHead(200, { 'content-length': '1000' }).write('{');
      void setTimeout(50).then(() => answer.destroy());
      return;
    }
    if (asked.url?.startsWith('/v1/stores/refused') === true) {
      answer.writeHead(403, { 'content-length': '2' }).end('no');
      return;
    }
    open += 1;
    asked.once('close', () => (open -= 1)).resume();
  };
  beforeAll(async () => {
    service = createServer(serve);
    await once(service.listen(0, '127.0.0.1'), 'listening');
    const { port } = service.address() as AddressInfo;
    const upstreams = { stores: `http://127.0.0.1:${port}` };
    const logger = pino({ level: 'silent' });
    gateway = await startGateway({ host: '127.0.0.1', port: 0, logLevel: 'silent', upstreams }, logger);
  });
  afterAll(async () => {
    await gateway.stop();
    service.closeAllConnections();
    service.close();
  });

  it('leaves out the description of a service that went away while it told', async () => {
    const answer = await fetch(`${gateway.url}/openapi.json`);
    expect([answer.status, ((await answer.json()) as { paths: object }).paths]).toEqual([200, {}]);
  });

  it('hangs up on the service, too, when a caller does so in the middle of a body', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '1000' };
    const callers = Array.from({ length: 5 }, () => {
      const caller = request(`${gateway.url}/v1/stores`, { method: 'POST', headers });
      caller.on('error', () => undefined).write('{');
      return caller;
    });
    await eventually(() => expect(open).toBe(5));
    callers.forEach((caller) => caller.destroy());
    await eventually(() => expect(open).toBe(0));
  });

  it.each(['application/json', 'multipart/form-data; boundary=x'])(
    'hears out who is refused before all of the %s is there, and goes on with her',
    async (type) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const headers = { 'content-type': type, 'content-length': '300000' };
      const ask = async () => {
        const caller = request(`${gateway.url}/v1/stores/refused`, { method: 'POST', headers, agent });
        caller.write('{');
        const [answer] = (await once(caller, 'response')) as [IncomingMessage];
        for (let sent = 0; sent < 3; sent += 1) {
          await setTimeout(20);
          caller.write(' '.repeat(sent < 2 ? 100_000 : 99_999));
        }
        caller.end();
        await once(answer.resume(), 'end');
        return [answer.statusCode, caller.reusedSocket];
      };
      expect([await ask(), await ask()]).toEqual([
        [403, false],
        [403, true],
      ]);
      agent.destroy();
    },
  );
});
