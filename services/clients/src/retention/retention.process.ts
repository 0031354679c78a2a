import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus, type ICommand } from '@nestjs/cqrs';
import { derivedId, EventStore, inCommandContext, uuidv7 } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, Running } from '#libs/service';
import { ClientLinksQuery } from '../client-link/client-links.query.js';
import { RestrictClient } from '../client/restrict-client/restrict-client.js';
import { ErasureProcess } from '../erasure/erasure.process.js';
import { OrderErasure } from '../erasure/order-erasure/order-erasure.js';
import { KnownPoliciesQuery } from '../known-policy/known-policies.query.js';
import { DoneQuery } from './done.query.js';
import { DueQuery, type DueClient } from './due.query.js';
import { EverythingToldQuery } from './everything-told.query.js';
import {
  clockDoubt,
  dayOfNight,
  isSeenTo,
  KeepNight,
  keepNight,
  nightOf,
  RefuseNight,
  refuseNight,
} from './night.js';
import type { Refusal, RetentionRunEvent } from './retention-run.events.js';
import { CHAIN, retentionRun, type RetentionRun } from './retention-run.js';

const IDLE_MS = 5_000;
/** Services that start together with this one, or again, are waited for so long without a word. */
const GRACE_MS = 30_000;
/** So few that a page is done long before the service is taken for hanging. */
const PAGE = 50;
const NIGHT = '7c1f4a52-3c0e-5d7a-8a51-2f6d9b0e4c11';

/**
 * Every night, what is due of what is known about people is restricted or erased, page by page; interrupted, it begins
 * again. Nothing is done, and that is recorded, while the day is in doubt or something told was not heard.
 */
@Injectable()
export class RetentionProcess implements OnApplicationBootstrap {
  private under: { readonly night: string; readonly after: string } | undefined;
  private waitingSince: number | undefined;

  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly policies: KnownPoliciesQuery,
    private readonly told: EverythingToldQuery,
    private readonly due: DueQuery,
    private readonly done: DoneQuery,
    private readonly links: ClientLinksQuery,
    private readonly erasures: ErasureProcess,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly running: Running,
  ) {}

  onApplicationBootstrap(): void {
    this.running.begin('retention', () => this.tick(), IDLE_MS);
  }

  /** Sees to a page of the night that began last; resolves to whether there is more. Throws when it refuses to. */
  async tick(graceMs = GRACE_MS): Promise<boolean> {
    const night = nightOf(this.clock.now());
    if ((await this.policies.of('retention')).length === 0) return false;
    const { state } = await this.events.load(retentionRun, CHAIN);
    if (isSeenTo(state, night)) return false;
    const why = clockDoubt(state.vouchedFor, night);
    if (why !== undefined) await this.refuse({ night, why, service: null });
    const missing = await this.told.missing();
    if (missing === undefined) return this.seeToPage(night);
    this.waitingSince ??= performance.now();
    if (performance.now() - this.waitingSince >= graceMs) await this.refuse({ night, ...missing });
    return false;
  }

  private async seeToPage(night: string): Promise<boolean> {
    this.waitingSince = undefined;
    const after = this.under?.night === night ? this.under.after : '';
    const { due, last } = await this.due.page(dayOfNight(night), after, PAGE);
    for (const one of due) await this.see(one, night);
    if (last === null) await this.keep(night);
    this.under = last === null ? undefined : { night, after: last };
    return last !== null;
  }

  private async refuse(refusal: Refusal): Promise<never> {
    const refusedAt = this.clock.now().toISOString();
    await this.record((run) => refuseNight(new RefuseNight({ ...refusal, refusedAt }), run));
    const { night, why, service } = refusal;
    const whose = service === null ? '' : ` (${service})`;
    throw new Error(`Nothing is restricted or erased in the night of ${night}: ${why}${whose}.`);
  }

  private async keep(night: string): Promise<void> {
    const done = await this.done.sinceLastNight();
    const keptAt = this.clock.now().toISOString();
    await this.record((run) => keepNight(new KeepNight({ night, ...done, keptAt }), run));
  }

  private async record(decide: (run: RetentionRun) => readonly RetentionRunEvent[]): Promise<void> {
    await inCommandContext({ commandId: uuidv7(), actor: 'retention' }, () =>
      this.events.transact(retentionRun, CHAIN, decide),
    );
  }

  private async see(one: DueClient, night: string): Promise<void> {
    const { clientId, due, policyVersion } = one;
    if (due === 'erase') return this.erase(one, night);
    const at = this.clock.now().toISOString();
    await this.ask(
      new RestrictClient({ clientId, restrictedAt: at, policyVersion }),
      `restrict ${clientId} ${at}`,
    );
  }

  /** The whole person, or nobody; who came, or was merged or parted, since she was found to be due is looked at once more. */
  private async erase(one: DueClient, night: string): Promise<void> {
    const files = await this.links.inTurn(async () => {
      const still = await this.due.still(one, dayOfNight(night));
      if (still?.due !== 'erase') return [];
      const told = { files: still.files, reason: 'retention-over' as const, orderedBy: null };
      const orderedAt = this.clock.now().toISOString();
      await this.ask(new OrderErasure({ ...told, orderedAt }), `erase ${one.clientId}`);
      return still.files;
    });
    await this.erasures.carryOutAll(files.map(({ clientId }) => clientId));
  }

  private ask(command: ICommand, name: string): Promise<unknown> {
    return inCommandContext({ commandId: derivedId(NIGHT, name) }, () => this.commands.execute(command));
  }
}
