import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, EventStore, inCommandContext } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { Peers } from '#libs/service';
import type { LicenceLearned, StoreLearned } from './known-store.events.js';
import { knownStore, licenceOn } from './known-store.js';
import { LearnStore } from './learn-store/learn-store.js';

const LEARNING = '5d4a1a0e-8e0b-5c0f-9a7d-7d8f3c1b2a60';
const PATIENCE_MS = 3_000;

/** Stores as visits know them. One that was opened a moment ago, of which no message has come yet, is asked for. */
@Injectable()
export class KnownStoresQuery {
  private readonly stores = new Map<string, StoreLearned['data']>();

  constructor(
    private readonly events: EventStore,
    private readonly commands: CommandBus,
    private readonly peers: Peers,
  ) {}

  /** Refuses with `unknown-store`. */
  async find(storeId: string): Promise<StoreLearned['data']> {
    const remembered = this.stores.get(storeId);
    if (remembered !== undefined) return remembered;
    const { state } = await this.events.load(knownStore, storeId);
    const found = state.place ?? (await this.ask(storeId));
    this.stores.set(storeId, found);
    return found;
  }

  /** As the log has it now: unlike zone and currency, it changes. */
  async licenceOn(storeId: string, day: string): Promise<LicenceLearned['data']['licence']> {
    return licenceOn((await this.events.load(knownStore, storeId)).state, day);
  }

  private async ask(storeId: string): Promise<StoreLearned['data']> {
    const path = `/v1/stores/${encodeURIComponent(storeId)}`;
    const answer = await this.peers.askStores(path, { patienceMs: PATIENCE_MS }).catch((cause: unknown) => {
      throw notAsked(cause);
    });
    if (answer.status === 404) {
      throw new Rejection('unknown-store', 'There is no store with this id.', { storeId }, 'not-found');
    }
    if (!answer.ok) throw notAsked(await answer.text());
    const { timeZone, currency, openedAt } = (await answer.json()) as Record<string, string>;
    const store = { storeId, timeZone: timeZone!, currency: currency! };
    await inCommandContext({ commandId: derivedId(LEARNING, storeId) }, () =>
      this.commands.execute(new LearnStore({ ...store, openedAt: openedAt! })),
    );
    return store;
  }
}

const notAsked = (cause: unknown): ServiceUnavailableException =>
  new ServiceUnavailableException('This store is not known here yet, and stores cannot be asked.', { cause });
