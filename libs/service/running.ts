import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { Gauge, Registry } from 'prom-client';
import { EventStore, LogSeals } from '#libs/event-store';
import { Tokens } from '#libs/access';
import type { Clock } from '#libs/event-sourcing';
import { Consumer, Relay, type Handlers, type Transport } from '#libs/messaging';
import type { Traces } from '#libs/tracing';
import { ClockWatch } from './clock-watch.js';
import type { Database } from './database.js';
import { alsoAcknowledging } from './erasure/acknowledge-erasure.consumer.js';
import { Loops } from './loops.js';
import type { ServiceDefinition } from './service.module.js';
import type { Settings } from './settings.js';
import { TimerLoop } from './timers.js';
import { CLOCK, DATABASE, DEFINITION, LOGGER, SETTINGS, TRACES, TRANSPORT } from './tokens.js';
import { Views } from './views.js';

const IDLE_MS = 200;
/** How long a session that has ended may still be taken for good. */
const ACCESS_IDLE_MS = 1_000;
/** How long a fact may be before it is sealed. */
const SEAL_IDLE_MS = 1_000;
const TIMER_IDLE_MS = 250;
const CLOCK_IDLE_MS = 2_000;
const PATIENCE_MS = 2_000;

/** What goes on in a service while nobody asks: views follow, the relay tells, timers fire, the consumer listens. */
@Injectable()
export class Running {
  private readonly loops: Loops;
  private readonly clocks: ClockWatch;
  private relay: Relay | undefined;
  private listening: Consumer | undefined;
  private ready = false;

  constructor(
    @Inject(DEFINITION) private readonly definition: ServiceDefinition,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(TRANSPORT) private readonly transport: Transport,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TRACES) private readonly traces: Traces,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly tokens: Tokens,
    private readonly store: EventStore,
    private readonly views: Views,
    private readonly commands: CommandBus,
    private readonly metrics: Registry,
  ) {
    this.loops = new Loops(this.complain, metrics);
    this.clocks = new ClockWatch(database.pool, (trouble) => logger.warn(trouble));
  }

  /** Parked messages and what to do about them; undefined while the service listens to nothing. */
  get consumer(): Consumer | undefined {
    return this.listening;
  }

  /** Finds or makes the tables of the views. */
  async prepare(): Promise<void> {
    for (const view of this.views.all()) await view.prepare();
  }

  start(): void {
    for (const view of this.views.all()) this.loops.follow(`view ${view.name}`, () => view.tick(), IDLE_MS);
    this.startRelay();
    this.sealLog();
    this.startTimers();
    this.watchAccess();
    this.watchClocks();
    this.measure();
    this.store.signals.on('appended', () => this.wake());
    this.ready = true;
  }

  /** Does something again and again beside everything else, until the service stops. */
  begin(name: string, tick: () => Promise<boolean>, idleMs: number): void {
    this.loops.begin(name, tick, idleMs);
  }

  /** Begins listening with the handlers that Nest has found; goes on trying while the bus is away. */
  async listen(handlers: Handlers): Promise<{ stop(): Promise<void> }> {
    const consumer = new Consumer(this.database.pool, this.transport, handlers, {
      group: `liren.${this.definition.name}`,
      clock: this.clock,
      traces: this.traces,
      onError: this.complain,
      onTaken: () => this.wake(),
    });
    this.listening = consumer;
    await consumer.start().catch((error: unknown) => {
      this.complain(error, 'listening');
      this.loops.follow('listening', () => consumer.start(), IDLE_MS);
    });
    return consumer;
  }

  /** Lets loops look at once: something was appended, or taken. */
  wake(): void {
    this.loops.wake();
  }

  /** Whether it can be asked. What fails is tried again and keeps nobody from asking: a bus that is away, a view. */
  async isReady(): Promise<boolean> {
    return this.ready && !this.loops.hang() && (await this.hasDatabase());
  }

  /** What operators should look at; empty when all is well. */
  troubles(): string[] {
    return this.ready ? [...this.loops.troubles(), ...this.clocks.troubles()] : ['starting'];
  }

  async stop(): Promise<void> {
    this.ready = false;
    await this.loops.stop();
    await this.relay?.stop();
    await this.transport.close();
    await this.traces.close();
    await this.database.dataSource.destroy();
    await this.database.owner?.end();
  }

  private async hasDatabase(): Promise<boolean> {
    const answer = this.database.pool.query('select').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, sleep(PATIENCE_MS, false, { ref: false })]);
  }

  private readonly complain = (error: unknown, what: string): void => {
    this.logger.warn({ err: error }, what);
  };

  private watchAccess(): void {
    const refresh = async (): Promise<boolean> => {
      await this.tokens.refresh();
      return false;
    };
    this.loops.begin('access list', refresh, ACCESS_IDLE_MS);
  }

  private watchClocks(): void {
    const look = async (): Promise<boolean> => {
      await this.clocks.compare();
      return false;
    };
    this.loops.begin('clocks', look, CLOCK_IDLE_MS);
  }

  private startRelay(): void {
    const { name } = this.definition;
    const publisher = alsoAcknowledging(name, this.definition.publisher);
    if (publisher === undefined) return;
    const source = `/liren/${this.settings.node}/${name}`;
    const relay = new Relay(this.store, this.transport, publisher, {
      service: name,
      source,
      url: this.database.serviceUrl,
      traces: this.traces,
    });
    this.relay = relay;
    this.loops.follow('relay', () => relay.tick(), IDLE_MS);
  }

  private sealLog(): void {
    const seals = new LogSeals(this.database.pool);
    this.loops.begin('seals', () => seals.seal(), SEAL_IDLE_MS);
  }

  private startTimers(): void {
    const { commandForTimer } = this.definition;
    if (commandForTimer === undefined) return;
    const { dataSource } = this.database;
    const timers = new TimerLoop(
      dataSource,
      this.commands,
      this.views,
      this.clock,
      this.traces,
      commandForTimer,
    );
    this.loops.follow('timers', () => timers.tick(), TIMER_IDLE_MS);
  }

  private measure(): void {
    const { views } = this;
    new Gauge({
      name: 'liren_view_position',
      help: 'Position that a view has reached in its log.',
      labelNames: ['view'],
      registers: [this.metrics],
      collect() {
        for (const { name, position } of views.status()) this.set({ view: name }, position);
      },
    });
  }
}
