import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
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
      setTimeout(() => answer.destroy(), 50);
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
});
