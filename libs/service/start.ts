import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { pino, type Logger } from 'pino';
import { Registry } from 'prom-client';
import { Tokens } from '#libs/access';
import {
  describedWhole,
  EntityTag,
  problemAnswers,
  ProblemFilter,
  renewCertificate,
  served,
  takeJson,
  validation,
} from '#libs/http';
import { LirenStrategy } from '#libs/messaging';
import { NestLogger } from './nest-logger.js';
import { close } from './close.js';
import { watchRequests } from './requests.js';
import { Running } from './running.js';
import { serviceOf } from './service-of.js';
import type { Settings } from './settings.js';
import type { ServiceDefinition } from './service.module.js';
import { CLOCK, DEFINITION, LOGGER, SETTINGS, TRACES } from './tokens.js';
import { Views } from './views.js';

export interface StartedService {
  /** Where it listens. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Takes no more requests, finishes those in hand, then closes what it opened. */
  stop(): Promise<void>;
}

/** Bytes of a request's body. */
export const BODY_LIMIT = 8 * 1024 * 1024;

/** Starts a service's module as it runs everywhere: alone in a container, or beside others in one process. */
export const start = async (
  module: Type,
  settings: Settings,
  logger: Logger = pino({ level: settings.logLevel, name: serviceOf(module) }),
): Promise<StartedService> => {
  const app = await create(module, settings, logger);
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.useGlobalInterceptors(new EntityTag());
  const fastify = app.getHttpAdapter().getInstance();
  takeJson(fastify);
  watchRequests(fastify, {
    clock: app.get(CLOCK),
    metrics: app.get(Registry),
    traces: app.get(TRACES),
    tokens: app.get(Tokens),
  });
  serveDescription(app);
  const running = app.get(Running);
  await running.prepare();
  const strategy = new LirenStrategy((handlers) => running.listen(handlers));
  app.connectMicroservice({ strategy }, { inheritAppConfig: true });
  await app.init(); // registers the command handlers, which timers and consumers need
  running.start();
  await app.startAllMicroservices();
  await app.listen(settings.port, settings.host);
  renewCertificate(fastify.server, settings.tls, (error) => logger.warn({ err: error }, 'certificate'));
  return {
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    app,
    stop: async () => {
      await close(app);
      await running.stop();
    },
  };
};

/**
 * Makes a service's database, its role, its tables and those of its views, as their owner, and builds one view anew where it
 * is named. Serves nobody: what is started afterwards needs no more than its own role.
 */
export const makeTables = async (
  module: Type,
  settings: Settings,
  { rebuild, logger = pino({ level: 'silent' }) }: { rebuild?: string; logger?: Logger } = {},
): Promise<void> => {
  const app = await create(module, settings, logger);
  const running = app.get(Running);
  try {
    await running.prepare();
    if (rebuild === undefined) return;
    const view = app.get(Views).find(rebuild);
    if (view === undefined) throw new Error(`There is no view ${rebuild}.`);
    await view.rebuild();
  } finally {
    await running.stop();
  }
};

const create = (module: Type, settings: Settings, logger: Logger): Promise<NestFastifyApplication> =>
  NestFactory.create<NestFastifyApplication>(
    withSettings(module, settings, logger),
    new FastifyAdapter({
      ...{ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle', ...problemAnswers },
      ...served(settings.tls),
    }),
    { logger: new NestLogger(logger), abortOnError: false, bodyParser: false },
  );

@Module({})
class Root {}

const withSettings = (module: Type, settings: Settings, logger: Logger): DynamicModule => ({
  module: Root,
  global: true,
  imports: [module],
  providers: [
    { provide: SETTINGS, useValue: settings },
    { provide: LOGGER, useValue: logger },
  ],
  exports: [SETTINGS, LOGGER],
});

const serveDescription = (app: NestFastifyApplication): void => {
  let description: OpenAPIObject | undefined;
  app.getHttpAdapter().get('/openapi.json', (_request: unknown, reply: { send(body: unknown): void }) => {
    description ??= describedWhole(
      SwaggerModule.createDocument(app, new DocumentBuilder().setTitle('Liren').build()),
      app.get<ServiceDefinition>(DEFINITION).name,
    );
    reply.send(description);
  });
};
