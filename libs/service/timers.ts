import { CommandBus, type ICommand } from '@nestjs/cqrs';
import type { DataSource } from 'typeorm';
import { derivedId, inCommandContext } from '#libs/event-store';
import type { Clock, DomainEvent, Projection } from '#libs/event-sourcing';
import { spanIdOf, type Traces } from '#libs/tracing';
import type { Views } from './views.js';

/** Something to be done at a time: a row of the view `timer`, which follows from the facts like any other. */
export interface Timer {
  /** Identifies it for ever; firing it twice has one effect. */
  readonly key: string;
  readonly dueAt: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Which facts of which streams set and clear timers; of all streams, where none are named. Firing one must lead to a fact that clears it. */
export const timers = <Event extends DomainEvent>(
  on: Projection<Event, Timer>['on'],
  of?: readonly string[],
): Projection<Event, Timer> => ({
  name: 'timer',
  ...(of === undefined ? {} : { of }),
  columns: { key: 'text', dueAt: 'timestamptz not null', name: 'text not null', data: 'json not null' },
  key: 'key',
  indexes: ['"dueAt", key'],
  on,
});

/** A time, and how far the log had come then. */
interface Moment {
  readonly now: string;
  readonly head: number;
}

const PAGE = 200;
const TIMER_COMMANDS = '0c8f5f1e-6a52-5d0f-8d0e-52b1e37c2f55';

/**
 * Fires timers that are due, by the injected clock. There is no schedule beside the log: a crash at any point leaves
 * either the timer, or the fact that it fired.
 */
export class TimerLoop {
  /** Fired in this round, or stuck since an earlier one; they must be gone at the next tick. */
  private fired: ReadonlySet<string> = new Set();
  /** What went wrong in this round, by key: these timers are passed over until all others have fired. */
  private readonly troubled = new Map<string, Error>();
  private moment: Moment | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CommandBus,
    private readonly views: Views,
    private readonly clock: Clock,
    private readonly traces: Traces,
    private readonly commandFor: (timer: Timer) => ICommand,
  ) {}

  /** A timer that fails or that nothing clears holds up no other; what went wrong is thrown when others have fired. */
  async tick(): Promise<boolean> {
    // A view that lags could show a later timer before an earlier one, or one that has fired.
    this.moment ??= await this.thisMoment();
    const { now, head } = this.moment;
    if (!(await this.views.reached('timer', head))) return false;
    this.moment = undefined;
    let due = await this.dueAt(now);
    while (due.length > 0 && !(await this.fireAny(due))) due = await this.dueAt(now);
    const [trouble] = this.troubled.values();
    if (due.length === 0) this.endRound();
    if (trouble !== undefined) throw trouble;
    return due.length > 0;
  }

  /** The clock first: what is recorded after that may wait for the next tick. */
  private async thisMoment(): Promise<Moment> {
    const now = this.clock.now().toISOString();
    const rows = await this.dataSource.query<{ position: number }[]>('select position from head');
    return { now, head: rows[0]!.position };
  }

  private dueAt(now: string): Promise<Timer[]> {
    return this.dataSource.query<Timer[]>(
      `select key, "dueAt", name, data from timer
        where "dueAt" <= $1 and key <> all($2::text[]) order by "dueAt", key limit $3`,
      [now, [...this.troubled.keys()], PAGE],
    );
  }

  /** Resolves to whether any could be fired. */
  private async fireAny(due: readonly Timer[]): Promise<boolean> {
    for (const { key } of due.filter((timer) => this.fired.has(timer.key)))
      this.troubled.set(key, new Error(`Timer ${key} fired and no fact cleared it.`));
    const keys = await this.fireInOrder(due.filter(({ key }) => !this.fired.has(key)));
    this.fired = new Set([...this.fired, ...keys]);
    return keys.length > 0;
  }

  /** Those that failed are tried again; those that are stuck are not fired again. */
  private endRound(): void {
    this.fired = new Set([...this.fired].filter((key) => this.troubled.has(key)));
    this.troubled.clear();
  }

  /** Those of one moment together, one moment after the other: what follows in time is decided in that order. */
  private async fireInOrder(due: readonly Timer[]): Promise<string[]> {
    const keys: string[] = [];
    for (const moment of new Set(due.map(({ dueAt }) => dueAt))) {
      const together = due.filter(({ dueAt }) => dueAt === moment);
      const outcomes = await Promise.allSettled(together.map((timer) => this.fire(timer)));
      outcomes.forEach((outcome, at) => {
        const { key } = together[at]!;
        if (outcome.status === 'rejected') this.troubled.set(key, outcome.reason as Error);
        else keys.push(key);
      });
    }
    return keys;
  }

  private async fire(timer: Timer): Promise<void> {
    const commandId = derivedId(TIMER_COMMANDS, timer.key);
    const startedAt = this.clock.now().getTime();
    await inCommandContext({ commandId, actor: 'timer' }, () =>
      this.commands.execute(this.commandFor(timer)),
    );
    if (!this.traces.on) return;
    const ids = { correlationId: commandId, spanId: spanIdOf(commandId) };
    const endedAt = this.clock.now().getTime();
    this.traces.record({ name: `timer ${timer.name}`, kind: 'internal', ...ids, startedAt, endedAt });
  }
}
