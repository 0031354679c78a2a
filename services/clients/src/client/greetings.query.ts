import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { EventStore } from '#libs/event-store';
import { client } from './client.js';
import { ContactsQuery } from './contacts.query.js';
import { FilesQuery } from './files.query.js';
import { usableClient } from './known-client.js';

/** What it takes to greet her, and nothing by which to reach her. */
export const greeting = z.strictObject({
  clientId: z.uuid(),
  homeStoreId: z.string(),
  status: z.enum(['lead', 'client']),
  name: z.string().nullable(),
  addressAs: z.string().nullable().describe('How she likes to be called, where it is not by her name'),
  memberNumber: z.string().nullable(),
  taboos: z.array(z.string()),
});

export type Greeting = z.infer<typeof greeting>;

@Injectable()
export class GreetingsQuery {
  constructor(
    private readonly events: EventStore,
    private readonly contacts: ContactsQuery,
    private readonly files: FilesQuery,
  ) {}

  /** Whatever her store: only for who has said why, on the record. */
  async of(clientId: string): Promise<Greeting> {
    const known = usableClient(clientId, (await this.events.load(client, clientId)).state);
    const contact = await this.contacts.read(clientId, known);
    const { person, preferences } = await this.files.read(clientId, known, ['person', 'preferences']);
    const { name = null, memberNumber = null } = contact === 'erased' ? {} : contact;
    const { storeId: homeStoreId, status } = known;
    return {
      ...{ clientId, homeStoreId, status, name, memberNumber },
      ...{ addressAs: person?.addressAs ?? null, taboos: preferences?.taboos ?? [] },
    };
  }
}
