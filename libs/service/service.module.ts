import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule, type ICommand } from '@nestjs/cqrs';
import { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { EventStore, View, type LogSource } from '#libs/event-store';
import type { Projection } from '#libs/event-sourcing';
import {
  AccessGuard,
  askStores,
  ServiceTokens,
  sharedSecrets,
  Tokens,
  type AccessSource,
} from '#libs/access';
import { clientOptions } from '#libs/http';
import { keyOf } from '#libs/privacy';
import { openTraces } from '#libs/tracing';
import type { Logger } from 'pino';
import { KafkaTransport, PostgresTransport, type Publisher, type Transport } from '#libs/messaging';
import {
  createDatabase,
  databaseName,
  isOfService,
  openDatabase,
  withDatabase,
  type Database,
  type Migration,
} from './database.js';
import { AcknowledgeErasure, acknowledges } from './erasure/acknowledge-erasure.consumer.js';
import { AuditTrailController } from './audit/audit-trail.controller.js';
import { AuditTrailQuery } from './audit/audit-trail.query.js';
import { CLIENT_STREAM } from './held/client-stream.projection.js';
import { HeldFactsController } from './held/held-facts.controller.js';
import { HeldFactsQuery } from './held/held-facts.query.js';
import { HealthController } from './health.controller.js';
import { OperationsController } from './operations.controller.js';
import { Peers } from './peers.js';
import { ScopedReads } from './scoped-reads.js';
import { asService } from './roles.js';
import { Running } from './running.js';
import type { Settings } from './settings.js';
import { systemClock } from './system-clock.js';
import type { Timer } from './timers.js';
import { ToldSoFarController } from './told/told-so-far.controller.js';
import { CLOCK, DATABASE, DEFINITION, LOGGER, LOG_SOURCE, SETTINGS, TRACES, TRANSPORT } from './tokens.js';
import { Turns } from './turns.js';
import { Views } from './views.js';

/** What makes a service a service, beside its slices. */
export interface ServiceDefinition {
  readonly name: string;
  /** What its facts tell others; absent when it tells nothing. */
  readonly publisher?: Publisher<never>;
  readonly views?: readonly Projection<never, never>[];
  /** What a timer that is due asks for. */
  readonly commandForTimer?: (timer: Timer) => ICommand;
  readonly migrations?: readonly Migration[];
  /** How many folded states are kept in memory. */
  readonly cachedStates?: number;
  /** Where it has the list of good keys and ended sessions from, when it does not ask `stores`. */
  readonly accessSource?: (database: Database, settings: Settings) => AccessSource;
  /** Another log than the service's own for its views to follow. */
  readonly logSource?: (database: Database) => LogSource;
  /** Views by name that do not follow the log as it is but through something that, say, opens what is sealed in it. */
  readonly logSourceOf?: Readonly<
    Record<string, (log: LogSource, database: Database, settings: Settings) => Promise<LogSource>>
  >;
}

@Global()
@Module({})
export class ServiceModule {}

/** The frame of a service: its log, views, relay, consumer, health and metrics. Settings come from `start`. */
export const service = (definition: ServiceDefinition): DynamicModule => ({
  module: ServiceModule,
  imports: [CqrsModule],
  controllers: [
    HealthController,
    OperationsController,
    AuditTrailController,
    ...(acknowledges(definition.name) ? [AcknowledgeErasure] : []),
    ...(tellsOfClients(definition) ? [HeldFactsController] : []),
    ...(definition.publisher === undefined ? [] : [ToldSoFarController]),
  ],
  providers: [...providersOf(definition), ...(tellsOfClients(definition) ? [HeldFactsQuery] : [])],
  exports: [
    EventStore,
    ...(tellsOfClients(definition) ? [HeldFactsQuery] : []),
    Peers,
    ScopedReads,
    ServiceTokens,
    Tokens,
    Turns,
    Views,
    DataSource,
    CLOCK,
    DATABASE,
    TRACES,
    TRANSPORT,
    Registry,
    CqrsModule,
    Running,
  ],
});

const tellsOfClients = ({ views }: ServiceDefinition): boolean =>
  (views ?? []).some(({ name }) => name === CLIENT_STREAM);

const providersOf = (definition: ServiceDefinition): Provider[] => [
  { provide: DEFINITION, useValue: definition },
  {
    provide: CLOCK,
    inject: [SETTINGS],
    useFactory: ({ clock, clockOffsetMs }: Settings) => clock ?? systemClock(clockOffsetMs),
  },
  {
    provide: DATABASE,
    inject: [SETTINGS],
    useFactory: ({ databaseUrl, rolePassword }: Settings) =>
      openDatabase(databaseUrl, definition.name, { migrations: definition.migrations ?? [], rolePassword }),
  },
  { provide: DataSource, inject: [DATABASE], useFactory: ({ dataSource }: Database) => dataSource },
  {
    provide: EventStore,
    inject: [DATABASE, CLOCK],
    useFactory: ({ pool }: Database, clock: EventStore['clock']) =>
      new EventStore(pool, clock, { cachedStates: definition.cachedStates }),
  },
  {
    provide: LOG_SOURCE,
    inject: [DATABASE, EventStore],
    useFactory: (database: Database, store: EventStore) => definition.logSource?.(database) ?? store,
  },
  {
    provide: Views,
    inject: [DATABASE, LOG_SOURCE, SETTINGS],
    useFactory: async (database: Database, log: LogSource, settings: Settings) => {
      const { pool, owner, roles } = database;
      const sourceOf = async (name: string): Promise<LogSource> =>
        (await definition.logSourceOf?.[name]?.(log, database, settings)) ?? log;
      const views = (definition.views ?? []).map(
        async (projection) =>
          new View(pool, await sourceOf(projection.name), projection, { pool: owner, ...roles }),
      );
      return new Views(await Promise.all(views));
    },
  },
  { provide: TRANSPORT, inject: [SETTINGS], useFactory: openTransport(definition.name) },
  {
    provide: TRACES,
    inject: [SETTINGS, LOGGER],
    useFactory: ({ tracesEndpoint, tls }: Settings, logger: Logger) =>
      openTraces({
        tls: clientOptions(tls),
        service: definition.name,
        endpoint: tracesEndpoint,
        onError: (error) => logger.warn({ err: error }, 'sending traces'),
      }),
  },
  { provide: Registry, useFactory: () => registryOf(definition.name) },
  {
    provide: ServiceTokens,
    inject: [SETTINGS],
    useFactory: (settings: Settings) =>
      new ServiceTokens(settings.serviceKeys ?? sharedSecrets(serviceSecretsOf(settings)), definition.name),
  },
  {
    provide: Tokens,
    inject: [DATABASE, SETTINGS, ServiceTokens, Peers],
    useFactory: (database: Database, settings: Settings, services: ServiceTokens, peers: Peers) =>
      new Tokens(
        settings.accessSource ??
          definition.accessSource?.(database, settings) ??
          askStores((path, patienceMs) => peers.askStores(path, { patienceMs })),
        services,
      ),
  },
  Peers,
  AuditTrailQuery,
  { provide: APP_GUARD, useClass: AccessGuard },
  ScopedReads,
  Turns,
  Running,
];

/**
 * Secrets that services share, or `stores` has alone where they have keys of their own, the current one first; tests and containers give them, one process keeps its own in its data
 * folder.
 */
export const serviceSecretsOf = ({ serviceSecret, dataFolder }: Settings): [Uint8Array, ...Uint8Array[]] => {
  const [first, ...others] = (serviceSecret ?? '').split(',').map((given) => given.trim() || undefined);
  const secretOf = (given: string | undefined): Uint8Array =>
    keyOf({ setting: 'LIREN_SERVICE_SECRET', file: 'service-secret' }, given, dataFolder);
  return [secretOf(first), ...others.map(secretOf)];
};

const registryOf = (service: string): Registry => {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  return registry;
};

const openTransport =
  (service: string) =>
  async ({ kafkaBrokers, databaseUrl, tls }: Settings): Promise<Transport> => {
    if (kafkaBrokers.length > 0)
      return new KafkaTransport({
        ...{ brokers: kafkaBrokers, clientId: `liren.${service}`, tls: clientOptions(tls) },
      });
    if (isOfService(databaseUrl, service))
      throw new Error('KAFKA_BROKERS must be given where DATABASE_URL is of the service’s own role.');
    const bus = databaseName(databaseUrl, 'bus');
    await createDatabase(databaseUrl, bus);
    const url = withDatabase(databaseUrl, bus);
    return PostgresTransport.connect(asService(url), url);
  };
