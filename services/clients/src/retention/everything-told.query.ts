import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { topicOf } from '#libs/contracts';
import { Peers, Running, toldSoFar, type ToldSoFar } from '#libs/service';
import type { Refusal } from './retention-run.events.js';

/** Whose facts a night goes by: how long what is kept, who came when, and which complaints are open. */
const TELLING = ['stores', 'visits', 'complaints'] as const;
type Telling = (typeof TELLING)[number];

type Missing = Pick<Refusal, 'why' | 'service'>;

const PATIENCE_MS = 2_000;
const STEP_MS = 200;

/**
 * Whether all that other services have recorded until now has had its effect here: they are asked how far they have
 * come, the bus how much of it there is, and our own log how much of that was taken.
 */
@Injectable()
export class EverythingToldQuery {
  constructor(
    private readonly peers: Peers,
    private readonly running: Running,
  ) {}

  /** What is missing, after some patience with what is under way; undefined when nothing is. */
  async missing(): Promise<Missing | undefined> {
    const untold = await Promise.all(TELLING.map((service) => this.untoldBy(service)));
    return untold.find((one) => one !== undefined) ?? (await this.unheard());
  }

  private async untoldBy(service: Telling): Promise<Missing | undefined> {
    const until = performance.now() + PATIENCE_MS;
    let now = await this.ask(service);
    const recorded = now?.recorded ?? 0; // what comes later may wait for the next time
    while (now !== undefined && now.told < recorded && performance.now() < until) {
      await sleep(STEP_MS);
      now = await this.ask(service);
    }
    if (now === undefined) return { why: 'away', service };
    return now.told < recorded ? { why: 'not-told', service } : undefined;
  }

  /** Undefined when it cannot be asked, whyever. */
  private async ask(service: Telling): Promise<ToldSoFar | undefined> {
    try {
      const answer = await this.peers.askLiren(`/v1/operations/${service}/told-so-far`, {
        patienceMs: PATIENCE_MS,
      });
      return answer.ok ? toldSoFar.parse(await answer.json()) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Asked after the services were, so that what they have told by then is on the bus. */
  private async unheard(): Promise<Missing | undefined> {
    const topics = new Map(TELLING.map((service) => [topicOf(`${service}.`), service]));
    const unheard = await this.running.consumer
      ?.unheardOf([...topics.keys()], PATIENCE_MS)
      .catch(() => undefined);
    if (unheard === undefined) return { why: 'not-heard', service: null };
    const [first] = unheard;
    return first === undefined ? undefined : { why: first[1], service: topics.get(first[0])! };
  }
}
