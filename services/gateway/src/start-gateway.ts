import { join } from 'node:path';
import httpProxy from '@fastify/http-proxy';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { ProblemFilter } from '#libs/http';
import { NestLogger, projectRoot } from '#libs/service';
import { pino, type Logger } from 'pino';
import { describeAll, describeServices } from './description/openapi.query.js';
import type { GatewaySettings } from './gateway.config.js';
import { GatewayModule } from './gateway.module.js';
import { ROUTES } from './routes.js';
import { unreachable } from './unreachable.js';

export interface StartedGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** One port for everything: each service's paths, its operations, one description of all of them, and the first page. */
export const startGateway = async (
  { host, port, logLevel, upstreams }: GatewaySettings,
  logger: Logger = pino({ level: logLevel, name: 'gateway' }),
): Promise<StartedGateway> => {
  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.with(upstreams),
    new FastifyAdapter({ forceCloseConnections: 'idle' }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  app.useGlobalFilters(new ProblemFilter((error, request) => logger.error({ err: error }, request)));
  await proxyAll(app, upstreams);
  await app.register(fastifyStatic, {
    root: join(projectRoot(), 'services/gateway/public'),
    prefix: '/',
    decorateReply: false,
  });
  const describe = describeServices(upstreams);
  app.getHttpAdapter().get('/openapi.json', (_request: unknown, reply: { send(body: unknown): void }) => {
    void describe().then((description) => reply.send(description));
  });
  SwaggerModule.setup('docs', app, describeAll({}), { swaggerOptions: { url: '/openapi.json' }, raw: false });
  await app.listen(port, host);
  return { url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), stop: () => app.close() };
};

const proxyAll = async (
  app: NestFastifyApplication,
  upstreams: GatewaySettings['upstreams'],
): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  for (const [service, prefixes] of Object.entries(ROUTES)) {
    const upstream = upstreams[service];
    const away = unreachable(service);
    const operations = `/v1/operations/${service}`;
    if (upstream === undefined) {
      for (const prefix of [...prefixes, operations]) {
        fastify.all(prefix, (_request, reply) => away(reply));
        fastify.all(`${prefix}/*`, (_request, reply) => away(reply));
      }
      continue;
    }
    const replyOptions = { onError: away };
    for (const prefix of prefixes) {
      await app.register(httpProxy, { upstream, prefix, rewritePrefix: prefix, replyOptions });
    }
    const rewritten = { prefix: operations, rewritePrefix: '/operations' };
    await app.register(httpProxy, { upstream, ...rewritten, replyOptions });
  }
};
