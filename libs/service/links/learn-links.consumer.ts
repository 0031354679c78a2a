import { Controller, Inject, Optional } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { clientsMerged } from '#contracts/clients/clients-merged.v1';
import { clientsUnmerged } from '#contracts/clients/clients-unmerged.v1';
import type { Message } from '#libs/contracts';
import { KnownLinksQuery } from './known-links.query.js';
import type { LearnLink } from './learn-link.js';
import { FOLLOWS_LINKS, type FollowsLinks } from './follows-links.js';

/** Learns that two clients are one, or no longer, and lets the service follow; also when it is heard again. */
@Controller()
export class LearnLinks {
  constructor(
    private readonly links: KnownLinksQuery,
    @Optional() @Inject(FOLLOWS_LINKS) private readonly follower?: FollowsLinks,
  ) {}

  @EventPattern(clientsMerged.type)
  merged({ data: { survivorId, mergedId, mergedAt: at } }: Message<typeof clientsMerged>): Promise<void> {
    return this.learn({ survivorId, mergedId, linked: true, at });
  }

  @EventPattern(clientsUnmerged.type)
  unmerged({
    data: { survivorId, mergedId, unmergedAt: at },
  }: Message<typeof clientsUnmerged>): Promise<void> {
    return this.learn({ survivorId, mergedId, linked: false, at });
  }

  private async learn(told: LearnLink): Promise<void> {
    await this.links.learn(told);
    for (const clientId of [told.survivorId, told.mergedId]) await this.follower?.follow(clientId);
  }
}
