import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { commandContext, EventStore, inCommandContext, uuidv7, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, KnownLinksQuery, type FollowsLinks } from '#libs/service';
import { ArrangeTasks } from './arrange-tasks/arrange-tasks.js';
import { followUpPlan } from './follow-up-plan.js';
import { whoseTurn } from './whose-turn.js';

const MOST_ROUNDS = 20;

/**
 * A person who has several records is followed up under one. Whoever changes one of them, or who is one person, arranges
 * all of them afterwards, until a round finds nothing to do: so of two at the same moment, the later sees what the other did.
 */
@Injectable()
export class PersonFollowUps implements FollowsLinks {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly links: KnownLinksQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who is one person with her may have changed. */
  async follow(clientId: string): Promise<void> {
    for (let round = 1; round <= MOST_ROUNDS; round += 1) if (!(await this.arrange(clientId))) return;
    throw new Error(`The follow-ups of one person, ${clientId} among others, do not come to rest.`);
  }

  /** She came: where she has several records, the turn may be another’s. */
  async followVisitOf(clientId: string): Promise<void> {
    if ((await this.links.personOf(clientId)).length > 1) await this.follow(clientId);
  }

  /** Resolves to whether anything was to be done. */
  private async arrange(clientId: string): Promise<boolean> {
    const ids = await this.links.personOf(clientId);
    const hers = await Promise.all(
      ids.map(async (id) => ({ clientId: id, plan: (await this.events.load(followUpPlan, id)).state })),
    );
    const turnOf = whoseTurn(hers);
    if (turnOf === undefined) return false;
    const arranged = [];
    for (const id of ids) arranged.push(await this.arrangeOne(id, turnOf));
    return arranged.some(({ appended }) => appended);
  }

  /** A command of its own, which may be needed again for the same message: what it does follows from the state. */
  private arrangeOne(clientId: string, turnOf: string): Promise<Committed> {
    const arrangedAt = this.clock.now().toISOString();
    return inCommandContext({ ...commandContext(), commandId: uuidv7() }, () =>
      this.commands.execute<ArrangeTasks, Committed>(new ArrangeTasks({ clientId, turnOf, arrangedAt })),
    );
  }
}
