import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { z } from 'zod';
import { heldFact, Peers, type HeldFact } from '#libs/service';

/** Services whose facts name clients. `reporting` keeps copies of what these have told, and `imports` none. */
export const ELSEWHERE = ['visits', 'membership', 'referrals', 'follow-ups', 'complaints'] as const;
type Elsewhere = (typeof ELSEWHERE)[number];

const PATIENCE_MS = 10_000;

/** What the other services hold about a client: asked for at that moment, and not kept. */
@Injectable()
export class HeldElsewhereQuery {
  constructor(private readonly peers: Peers) {}

  /** Throws when one of them cannot be asked: a copy that lacks something would not be hers. */
  async about(clientIds: readonly string[]): Promise<Record<Elsewhere, HeldFact[]>> {
    const held = ELSEWHERE.map(async (service) => {
      const facts = await Promise.all(clientIds.map((clientId) => this.ask(service, clientId)));
      return [service, withoutTwins(facts.flat())];
    });
    return Object.fromEntries(await Promise.all(held)) as Record<Elsewhere, HeldFact[]>;
  }

  private async ask(service: Elsewhere, clientId: string): Promise<HeldFact[]> {
    const path = `/v1/operations/${service}/held-facts/${clientId}`;
    const answer = await this.peers.askLiren(path, { patienceMs: PATIENCE_MS }).catch((cause: unknown) => {
      throw notAsked(service, cause);
    });
    if (!answer.ok) throw notAsked(service, await answer.text());
    return z.array(heldFact).parse(await answer.json());
  }
}

/** A fact that tells of two who are one person is told for both. */
const withoutTwins = (facts: readonly HeldFact[]): HeldFact[] => [
  ...new Map(facts.map((fact) => [fact.factId, fact])).values(),
];

const notAsked = (service: Elsewhere, cause: unknown): ServiceUnavailableException =>
  new ServiceUnavailableException(
    `The copy needs what ${service} holds about her, and it cannot be asked. Try again.`,
    { cause },
  );
