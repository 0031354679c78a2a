import { kept, type Publisher } from '#libs/messaging';
import type { ImportEvent } from '../import/import.events.js';

/** An import is nobody else's matter; what it brings is told by the services it is brought to. */
export const importPublisher: Publisher<ImportEvent> = {
  ImportStarted: kept,
  RowsSent: kept,
  ImportCompleted: kept,
  ImportFailed: kept,
};
