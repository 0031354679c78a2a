import { Injectable } from '@nestjs/common';
import { commandContext, EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import type { ImportStarted } from './import.events.js';
import { historyImport, type Import } from './import.js';
import { isSeenBy } from './seen-by.js';

@Injectable()
export class StartedImportsQuery {
  constructor(private readonly events: EventStore) {}

  /** As it stands, for whoever asks. Refuses with `unknown-import`, also one that is not hers to see. */
  async one(importId: string): Promise<Import & { file: ImportStarted['data'] }> {
    const { state } = await this.events.load(historyImport, importId);
    const { file } = state;
    if (file !== null && isSeenBy(commandContext().stores, file)) return { ...state, file };
    throw new Rejection('unknown-import', 'There is no import with this id.', { importId }, 'not-found');
  }
}
