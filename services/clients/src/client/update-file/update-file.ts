import type { Decide } from '#libs/event-sourcing';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import type { FileSealing } from '../file-sealing.js';
import { knownClient } from '../known-client.js';

export class UpdateFile {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly section: string;
      readonly fields: Readonly<Record<string, unknown>>;
      readonly updatedAt: string;
    },
  ) {}
}

/** A section is replaced as a whole; the same again is nothing new. What it was before stays in the log, sealed. */
export const updateFile =
  ({ open, seal }: FileSealing): Decide<UpdateFile, Client, ClientEvent> =>
  ({ data: { clientId, section, fields, updatedAt } }, client) => {
    const { storeId, file } = knownClient(clientId, client);
    const before = file[section];
    if (before !== undefined && JSON.stringify(open(section, before.sealed)) === JSON.stringify(fields))
      return [];
    const data = {
      ...{ clientId, storeId, section },
      ...{ sealed: seal(section, fields), filled: Object.keys(fields) },
    };
    return [{ type: 'FileSectionUpdated', occurredAt: updatedAt, storeId, data }];
  };
