export type { AppendRequest, AppendResult, Expected, StreamAppend } from './append-request.js';
export {
  commandContext,
  derivedId,
  inCommandContext,
  newId,
  type CommandContext,
} from './command-context.js';
export { readAhead } from './deciding.js';
export { ClaimTaken, CommandIdReused, OtherStore, VersionLost, WrongVersion } from './errors.js';
export { checkStore } from './scope.js';
export { upcast } from './folding.js';
export type { Committed } from './committed.js';
export { EventStore, type EventStoreOptions } from './event-store.js';
export { EventLog1700000000000 } from './migrations/1700000000000-event-log.js';
export { eventLog } from './migrations/event-log.sql.js';
export type { Loads } from './seen-elsewhere.js';
export { streamOf } from './stream-of.js';
export { KeyedMutex } from './keyed-mutex.js';
export { sturdy } from './sturdy-pool.js';
export { connectionSettings } from './connection.js';
export { uuidv7 } from './uuid.js';
export { alone, inTransaction } from './transaction.js';
export type { LogSource } from './views/log-source.js';
export { isFollowed } from './views/fold-page.js';
export { View, type ViewStatus } from './views/view.js';
export { shapeOf, tableOf, type ViewOwner } from './views/view-tables.js';
export { Views1700000000002 } from './migrations/1700000000002-views.js';
export { viewsSchema } from './views/views.sql.js';
export { sealsSchema } from './seals/seals.sql.js';
export { Seals1700000000003 } from './migrations/1700000000003-seals.js';
export { LogSeals, type Seal, type SealCheck } from './seals/log-seals.js';
