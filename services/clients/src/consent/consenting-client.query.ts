import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { client } from '../client/client.js';
import type { FieldsOf } from '../client/file-sections.config.js';
import { FilesQuery } from '../client/files.query.js';
import { usableClient } from '../client/known-client.js';

export interface ConsentingClient {
  readonly storeId: string;
  /** What her file says of her age; opened for this moment, and not kept. */
  readonly person: Pick<FieldsOf<'person'>, 'birthday' | 'age'>;
}

@Injectable()
export class ConsentingClientQuery {
  constructor(
    private readonly events: EventStore,
    private readonly files: FilesQuery,
  ) {}

  /** Whose consent can be taken. Refuses with `unknown-client`, `erased` and `restricted`; throws `OtherStore`. */
  async one(clientId: string): Promise<ConsentingClient> {
    const known = usableClient(clientId, (await this.events.see(client, clientId)).state);
    const { person = {} } = await this.files.read(clientId, known, ['person']);
    return { storeId: known.storeId, person };
  }
}
