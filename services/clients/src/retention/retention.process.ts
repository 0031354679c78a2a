import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CommandBus, type ICommand } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { addDays } from '#libs/calendar';
import { derivedId, EventStore, inCommandContext } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, LOGGER, Loop } from '#libs/service';
import { RestrictClient } from '../client/restrict-client/restrict-client.js';
import { ErasureProcess } from '../erasure/erasure.process.js';
import { OrderErasure } from '../erasure/order-erasure/order-erasure.js';
import { DueQuery, type DueClient } from './due.query.js';
import type { RetentionKept } from './retention-run.events.js';
import { CHAIN, retentionRun } from './retention-run.js';

const IDLE_MS = 60_000;
const PAGE = 200;
/** In UTC; two at night in China. */
const NIGHT_BEGINS = 18;
const NIGHT = '7c1f4a52-3c0e-5d7a-8a51-2f6d9b0e4c11';

/** The night that began last: named by the day on which it began in UTC. */
export const nightOf = (now: Date): string => {
  const day = now.toISOString().slice(0, 10);
  return now.getUTCHours() >= NIGHT_BEGINS ? day : addDays(day, -1);
};

/** Every night, what is due of what is known about people is restricted or erased. Interrupted, it begins again. */
@Injectable()
export class RetentionProcess implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly due: DueQuery,
    private readonly erasures: ErasureProcess,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.loop = new Loop('retention', () => this.tick(), {
      idleMs: IDLE_MS,
      onError: (error, what) => logger.warn({ err: error }, what),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Sees to the night that began last, once. */
  async tick(): Promise<false> {
    const night = nightOf(this.clock.now());
    const { state } = await this.events.load(retentionRun, CHAIN);
    if (state.lastNight !== null && state.lastNight >= night) return false;
    const done = { restricted: 0, erased: 0 };
    for (let after: string | null = ''; after !== null;) {
      const page: { due: DueClient[]; last: string | null } = await this.due.page(night, after, PAGE);
      for (const one of page.due) {
        await this.see(one);
        done[one.due === 'erase' ? 'erased' : 'restricted'] += 1;
      }
      after = page.last;
    }
    const occurredAt = this.clock.now().toISOString();
    const kept: RetentionKept = { type: 'RetentionKept', occurredAt, data: { night, ...done } };
    await inCommandContext({ commandId: derivedId(NIGHT, night) }, () =>
      this.events.transact(retentionRun, CHAIN, () => [kept]),
    );
    return false;
  }

  private async see({ clientId, storeId, due, policyVersion }: DueClient): Promise<void> {
    const at = this.clock.now().toISOString();
    if (due === 'restrict') {
      await this.ask(
        new RestrictClient({ clientId, restrictedAt: at, policyVersion }),
        `restrict ${clientId} ${at}`,
      );
      return;
    }
    const told = { clientId, storeId, reason: 'retention-over' as const, orderedBy: null, orderedAt: at };
    await this.ask(new OrderErasure(told), `erase ${clientId}`);
    await this.erasures.carryOut(clientId);
  }

  private ask(command: ICommand, name: string): Promise<unknown> {
    return inCommandContext({ commandId: derivedId(NIGHT, name) }, () => this.commands.execute(command));
  }
}
