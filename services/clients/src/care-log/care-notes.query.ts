import { Injectable } from '@nestjs/common';
import { EventStore, streamOf } from '#libs/event-store';
import { open, seal, Vault, type Envelope } from '#libs/privacy';
import type { CareFields } from './care-fields.config.js';
import { careLog, type CareEntry } from './care-log.js';

const PURPOSE = 'file';

export type OpenedEntry = Omit<CareEntry, 'clientId' | 'sealed' | 'filled'> & {
  readonly says: CareFields | null;
};

/** The only place where entries of care logs are sealed and read. */
@Injectable()
export class CareNotesQuery {
  constructor(
    private readonly events: EventStore,
    private readonly vault: Vault,
  ) {}

  /** Her key is durable when this resolves. Refuses with `erased`. */
  async seal(clientId: string, careId: string, says: CareFields): Promise<Envelope> {
    return seal(says, placeOf(clientId, careId), await this.vault.make(clientId, PURPOSE));
  }

  /** Entries, the latest care first, with what they say where that is not erased. */
  async entriesOf(clientId: string): Promise<OpenedEntry[]> {
    const { state } = await this.events.load(careLog, clientId);
    const keys = (await this.vault.findMany([clientId], PURPOSE)).get(clientId);
    return state.entries
      .toSorted((one, other) => (one.caredAt < other.caredAt ? 1 : -1))
      .map(({ careId, visitId, storeId, caredAt, sealed }) => {
        const says = open<CareFields>(sealed, placeOf(clientId, careId), keys);
        return { careId, visitId, storeId, caredAt, says: says === 'erased' ? null : says };
      });
  }
}

const placeOf = (clientId: string, field: string) => ({
  stream: streamOf(careLog, clientId),
  type: 'CareNoted',
  field,
});
