import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, EventStore, inCommandContext } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { Peers } from '#libs/service';
import { knownStore } from './known-store.js';
import { LearnStore } from './learn-store/learn-store.js';

const LEARNING = 'c1f2a7de-31c4-5d0a-9f6b-2a0b7f4d8e93';
const PATIENCE_MS = 3_000;

/** Stores as complaints know them. One that was opened a moment ago, of which no message has come yet, is asked for. */
@Injectable()
export class KnownStoresQuery {
  constructor(
    private readonly events: EventStore,
    private readonly commands: CommandBus,
    private readonly peers: Peers,
  ) {}

  /** The IANA name of a store's time zone. Refuses with `unknown-store`. */
  async timeZoneOf(storeId: string): Promise<string> {
    const { state } = await this.events.load(knownStore, storeId);
    return state.status === 'known' ? state.timeZone : this.ask(storeId);
  }

  private async ask(storeId: string): Promise<string> {
    const path = `/v1/stores/${encodeURIComponent(storeId)}`;
    const answer = await this.peers.askStores(path, { patienceMs: PATIENCE_MS }).catch((cause: unknown) => {
      throw notAsked(cause);
    });
    if (answer.status === 404) {
      throw new Rejection('unknown-store', 'There is no store with this id.', { storeId }, 'not-found');
    }
    if (!answer.ok) throw notAsked(await answer.text());
    const { timeZone, openedAt } = (await answer.json()) as { timeZone: string; openedAt: string };
    await inCommandContext({ commandId: derivedId(LEARNING, storeId) }, () =>
      this.commands.execute(new LearnStore({ storeId, timeZone, openedAt })),
    );
    return timeZone;
  }
}

const notAsked = (cause: unknown): ServiceUnavailableException =>
  new ServiceUnavailableException('This store is not known here yet, and stores cannot be asked.', { cause });
