import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { commandContext, inCommandContext, uuidv7, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK, KnownLinksQuery, type FollowsLinks } from '#libs/service';
import { ReviewReward } from './review-reward/review-reward.js';

const MOST_ROUNDS = 20;

/**
 * What one person earned follows from all of her records, each a stream of its own. Whoever changes one of them, or who is
 * one person, reviews all of them afterwards, until a round finds nothing to do: so of two at the same moment, the later
 * sees what the other did.
 */
@Injectable()
export class PersonRewards implements FollowsLinks {
  constructor(
    private readonly commands: CommandBus,
    private readonly links: KnownLinksQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who is one person with her may have changed. */
  async follow(clientId: string): Promise<void> {
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const reviewed = [];
      for (const id of await this.links.personOf(clientId)) reviewed.push(await this.review(id));
      if (reviewed.every(({ appended }) => !appended)) return;
    }
    throw new Error(`The rewards of one person, ${clientId} among others, do not come to rest.`);
  }

  /** Something happened to her: where she is read together with others, their rewards may depend on it. */
  async followFactOf(clientId: string): Promise<void> {
    if ((await this.links.personOf(clientId)).length > 1) await this.follow(clientId);
  }

  /** A command of its own, which may be needed again for the same message: what it does follows from the state. */
  private review(clientId: string): Promise<Committed> {
    const reviewedAt = this.clock.now().toISOString();
    return inCommandContext({ ...commandContext(), commandId: uuidv7() }, () =>
      this.commands.execute<ReviewReward, Committed>(new ReviewReward({ clientId, reviewedAt })),
    );
  }
}
