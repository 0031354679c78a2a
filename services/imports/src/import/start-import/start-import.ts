import type { Decide } from '#libs/event-sourcing';
import type { ImportEvent, ImportStarted } from '../import.events.js';
import type { Import } from '../import.js';

export class StartImport {
  constructor(readonly data: ImportStarted['data'] & { readonly occurredAt: string }) {}
}

/** The same file under the same mapping is the same import: running or completed it stays as it is, failed it goes on. */
export const startImport: Decide<StartImport, Import, ImportEvent> = ({ data }, { status }) => {
  if (status === 'running' || status === 'completed') return [];
  const { occurredAt, ...started } = data;
  return [{ type: 'ImportStarted', occurredAt, data: started }];
};
