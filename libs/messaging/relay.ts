import pg from 'pg';
import { topicOf, type Message } from '#libs/contracts';
import type { DomainEvent, Recorded } from '#libs/event-sourcing';
import type { EventStore } from '#libs/event-store';
import type { Traces } from '#libs/tracing';
import { messageOf, type Publisher } from './publisher.js';
import { tellingSpan } from './spans.js';
import type { Producer, Transport } from './transport.js';

const PAGE = 500;
/** A relay that stands by is woken at every append, and need not ask each time. */
const STANDBY_MS = 1_000;

/**
 * Tells others what the log says: reads by position, sends, then moves its checkpoint. After any error it starts again
 * from the checkpoint, so a message may be sent twice and never lost.
 * One relay is active per service: it holds an advisory lock, and its epoch keeps one that lost the lock from moving on.
 */
export class Relay {
  /** Holds the lock, or asks for it now and then. */
  private session: pg.Client | undefined;
  private leads = false;
  private asked = -Infinity;
  private producer: Producer | undefined;
  private epoch = 0;
  private position = 0;

  constructor(
    private readonly store: EventStore,
    private readonly transport: Transport,
    private readonly publisher: Publisher<DomainEvent>,
    private readonly options: {
      readonly service: string;
      readonly source: string;
      readonly url: string;
      readonly traces: Traces;
    },
  ) {}

  /** Sends one page; resolves to whether there may be more. */
  async tick(): Promise<boolean> {
    try {
      if (!this.leads && !(await this.lead())) return false;
      return await this.relayPage();
    } catch (error) {
      await this.resign();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.resign();
  }

  private async relayPage(): Promise<boolean> {
    const events = await this.store.readAll(this.position, PAGE);
    if (events.length === 0) return false;
    const { messages, through, fault } = this.messagesOf(events);
    await this.send(messages);
    this.trace(events, messages);
    if (through > this.position) await this.moveTo(through);
    if (fault !== undefined) throw fault;
    return events.length === PAGE;
  }

  /** The messages of a page, up to a fact that cannot be told: nothing after it may be told before it. */
  private messagesOf(events: readonly Recorded[]): { messages: Message[]; through: number; fault?: Error } {
    const messages: Message[] = [];
    let through = this.position;
    for (const event of events) {
      try {
        const message = messageOf(this.publisher, this.options.source, event);
        if (message !== null) messages.push(message);
      } catch (fault) {
        return { messages, through, fault: fault as Error };
      }
      through = event.position;
    }
    return { messages, through };
  }

  private async send(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    if (this.producer === undefined) {
      await this.transport.ensureTopics([topicOf(`${this.options.service}.`)]);
      this.producer = await this.transport.producer();
    }
    await this.producer.send(topicOf(messages[0]!.type), messages);
  }

  private trace(events: readonly Recorded[], messages: readonly Message[]): void {
    const { traces } = this.options;
    if (!traces.on) return;
    const types = new Map(messages.map(({ id, type }) => [id, type]));
    const now = this.store.clock.now().getTime();
    for (const event of events) {
      const type = types.get(event.id);
      if (type !== undefined) traces.record(tellingSpan(event, type, now));
    }
  }

  private async moveTo(position: number): Promise<void> {
    const { rowCount } = await this.store.pool.query({
      name: 'relay-move',
      text: 'update relay set position = $1 where epoch = $2',
      values: [position, this.epoch],
    });
    if (rowCount === 0) throw new Error('Another relay has taken over.');
    this.position = position;
  }

  private async lead(): Promise<boolean> {
    const session = this.session ?? (await this.connect());
    if (performance.now() - this.asked < STANDBY_MS) return false;
    this.asked = performance.now();
    const { rows } = await session.query<{ leads: boolean }>('select pg_try_advisory_lock(4921) as leads');
    if (!rows[0]!.leads) return false;
    const { rows: moved } = await this.store.pool.query<{ epoch: number; position: number }>(
      'update relay set epoch = epoch + 1 returning epoch, position',
    );
    this.epoch = moved[0]!.epoch;
    this.position = moved[0]!.position;
    this.leads = this.session === session; // it may have broken meanwhile
    return this.leads;
  }

  private async connect(): Promise<pg.Client> {
    const session = new pg.Client({ connectionString: this.options.url });
    session.on('error', () => {
      if (this.session === session) void this.resign();
    });
    await session.connect();
    this.session = session; // from here on `resign` lets go of it, whatever happens
    this.asked = -Infinity;
    return session;
  }

  private async resign(): Promise<void> {
    const { session, producer } = this;
    this.session = undefined;
    this.producer = undefined;
    this.leads = false;
    await producer?.close().catch(() => undefined);
    await session?.end().catch(() => undefined);
  }
}
