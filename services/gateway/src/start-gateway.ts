import { join } from 'node:path';
import httpProxy from '@fastify/http-proxy';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import {
  clientOptions,
  connectorOf,
  fetchOver,
  problemAnswers,
  ProblemFilter,
  renewCertificate,
  served,
} from '#libs/http';
import { close, NestLogger, projectRoot } from '#libs/service';
import { openTraces } from '#libs/tracing';
import type { FastifyRequest } from 'fastify';
import { pino, type Logger } from 'pino';
import { describeAll, describeServices } from './description/openapi.query.js';
import { limitBodies } from './body-limit.js';
import { guardGate } from './guard-gate.js';
import type { GatewaySettings } from './gateway.config.js';
import { GatewayModule } from './gateway.module.js';
import { ROUTES } from './routes.js';
import { traceRequests, type PassOn } from './trace-requests.js';
import { serviceAway, unreachable } from './unreachable.js';

export interface StartedGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** One port for everything: each service's paths, its operations, one description of all of them, and the first page. */
export const startGateway = async (
  settings: GatewaySettings,
  logger: Logger = pino({ level: settings.logLevel, name: 'gateway' }),
): Promise<StartedGateway> => {
  const { host, port, upstreams, tracesEndpoint, tls, signInsPerMinute, trustedProxies = [] } = settings;
  const connector = connectorOf(tls);
  const ask = fetchOver(connector);
  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.with(upstreams, ask),
    new FastifyAdapter({
      ...{ forceCloseConnections: 'idle', ...problemAnswers, ...served(tls) },
      trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    }),
    { logger: new NestLogger(logger), abortOnError: false, bodyParser: false },
  );
  app.useGlobalFilters(new ProblemFilter(logger));
  const fastify = app.getHttpAdapter().getInstance();
  const traces = openTraces({
    service: 'gateway',
    endpoint: tracesEndpoint,
    tls: clientOptions(tls),
    onError: (error) => logger.warn({ err: error }, 'sending traces'),
  });
  const passOn = traceRequests(fastify, traces);
  limitBodies(fastify);
  await guardGate(app, signInsPerMinute);
  await app.init(); // whatever a proxy below refuses is answered as everywhere
  await proxyAll(app, upstreams, { passOn, connector });
  await app.register(fastifyStatic, {
    root: join(projectRoot(), 'services/gateway/public'),
    prefix: '/',
    decorateReply: false,
  });
  const describe = describeServices(upstreams, ask);
  app.getHttpAdapter().get('/openapi.json', (_request: unknown, reply: { send(body: unknown): void }) => {
    void describe().then((description) => reply.send(description)); // never fails: who is away is left out
  });
  SwaggerModule.setup('docs', app, describeAll({}), { patchDocumentOnRequest: describe, raw: false });
  await app.listen(port, host);
  renewCertificate(fastify.server, tls, (error) => logger.warn({ err: error }, 'certificate'));
  return {
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    stop: async () => {
      await close(app);
      await traces.close();
    },
  };
};

const proxyAll = async (
  app: NestFastifyApplication,
  upstreams: GatewaySettings['upstreams'],
  { passOn, connector }: { passOn: PassOn; connector: ReturnType<typeof connectorOf> },
): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  for (const [service, prefixes] of Object.entries(ROUTES)) {
    const upstream = upstreams[service];
    const operations = `/v1/operations/${service}`;
    if (upstream === undefined) {
      for (const prefix of [...prefixes, operations]) {
        fastify.all(prefix, (_request, reply) => serviceAway(reply, service));
        fastify.all(`${prefix}/*`, (_request, reply) => serviceAway(reply, service));
      }
      continue;
    }
    const replyOptions = { onError: unreachable(service), rewriteRequestHeaders: inOurWords(passOn) };
    const to = { upstream, undici: connector };
    for (const prefix of prefixes) {
      await app.register(httpProxy, { ...to, prefix, rewritePrefix: prefix, replyOptions });
    }
    const rewritten = { prefix: operations, rewritePrefix: '/operations' };
    await app.register(httpProxy, { ...to, ...rewritten, replyOptions });
  }
};

/**
 * Services believe the gate: where a request came from, and whether over TLS, it says itself, whatever came in.
 * `Expect: 100-continue` was answered by our own server; services are not asked again.
 */
const inOurWords =
  (passOn: PassOn): PassOn =>
  (request, { expect: _expect, ...headers }) => {
    const { ip, protocol, url } = request as FastifyRequest;
    if (!url.startsWith('/v1/sessions')) delete headers.cookie; // it is nobody else's
    return passOn(request, { ...headers, 'x-forwarded-for': ip, 'x-forwarded-proto': protocol });
  };
