import { CommandBus, type ICommand } from '@nestjs/cqrs';
import type { DataSource } from 'typeorm';
import { derivedId, inCommandContext, type Committed } from '#libs/event-store';
import type { Clock, DomainEvent, Projection } from '#libs/event-sourcing';
import type { Views } from './views.js';

/** Something to be done at a time: a row of the view `timer`, which follows from the facts like any other. */
export interface Timer {
  /** Identifies it for ever; firing it twice has one effect. */
  readonly key: string;
  readonly dueAt: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Which facts set and clear timers. Firing one must lead to a fact that clears it. */
export const timers = <Event extends DomainEvent>(
  on: Projection<Event, Timer>['on'],
): Projection<Event, Timer> => ({
  name: 'timer',
  columns: { key: 'text', dueAt: 'timestamptz not null', name: 'text not null', data: 'json not null' },
  key: 'key',
  indexes: ['"dueAt", key'],
  on,
});

const PAGE = 200;
const TIMER_COMMANDS = '0c8f5f1e-6a52-5d0f-8d0e-52b1e37c2f55';

/**
 * Fires timers that are due, by the injected clock. There is no schedule beside the log: a crash at any point leaves
 * either the timer, or the fact that it fired.
 */
export class TimerLoop {
  private fired: { position: number; keys: ReadonlySet<string> } = { position: 0, keys: new Set() };

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CommandBus,
    private readonly views: Views,
    private readonly clock: Clock,
    private readonly commandFor: (timer: Timer) => ICommand,
  ) {}

  async tick(): Promise<boolean> {
    if (!(await this.views.reached('timer', this.fired.position))) return false;
    const now = this.clock.now().toISOString();
    const due = await this.dataSource.query<Timer[]>(
      'select key, "dueAt", name, data from timer where "dueAt" <= $1 order by "dueAt", key limit $2',
      [now, PAGE],
    );
    const again = due.find(({ key }) => this.fired.keys.has(key));
    if (again !== undefined) throw new Error(`Timer ${again.key} fired and no fact cleared it.`);
    const positions: number[] = [];
    for (const moment of new Set(due.map(({ dueAt }) => dueAt))) {
      // Those of one moment together, one moment after the other: what follows in time is decided in that order.
      const together = due.filter(({ dueAt }) => dueAt === moment);
      positions.push(...(await Promise.all(together.map((timer) => this.fire(timer)))));
    }
    this.fired = { position: Math.max(0, ...positions), keys: new Set(due.map(({ key }) => key)) };
    return due.length > 0;
  }

  private async fire(timer: Timer): Promise<number> {
    const commandId = derivedId(TIMER_COMMANDS, timer.key);
    const { position } = await inCommandContext({ commandId, actor: 'timer' }, () =>
      this.commands.execute<ICommand, Committed>(this.commandFor(timer)),
    );
    return position;
  }
}
