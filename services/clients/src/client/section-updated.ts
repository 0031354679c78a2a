import type { FileSectionUpdated } from './client.events.js';
import type { KnownClient } from './client.js';
import type { FileSealing } from './file-sealing.js';

interface Given {
  readonly clientId: string;
  readonly section: string;
  readonly fields: object;
  readonly updatedAt: string;
}

/** Nothing when the section says the same already. What it was before stays in the log, sealed. */
export const sectionUpdated = (
  { open, seal }: FileSealing,
  { clientId, section, fields, updatedAt: occurredAt }: Given,
  { storeId, file }: KnownClient,
): FileSectionUpdated[] => {
  const before = file[section];
  if (before !== undefined && JSON.stringify(open(section, before.sealed)) === JSON.stringify(fields))
    return [];
  const data = {
    ...{ clientId, storeId, section },
    ...{ sealed: seal(section, fields), filled: Object.keys(fields) },
  };
  return [{ type: 'FileSectionUpdated', occurredAt, storeId, data }];
};
