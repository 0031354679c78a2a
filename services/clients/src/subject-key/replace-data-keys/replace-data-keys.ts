import type { Decide } from '#libs/event-sourcing';
import type { DataKeysReplaced } from '../subject-key.events.js';
import type { SubjectKey } from '../subject-key.js';

export class ReplaceDataKeys {
  constructor(
    readonly data: Omit<DataKeysReplaced['data'], 'storeId' | 'version'> & {
      readonly replacedAt: string;
    },
  ) {}
}

/** A version is told once, by whoever of two that made it at once comes first. */
export const replaceDataKeys =
  (storeId: string, version: number): Decide<ReplaceDataKeys, SubjectKey, DataKeysReplaced> =>
  ({ data: { clientId, reason, replacedAt: occurredAt } }, told) =>
    version > told.version
      ? [{ type: 'DataKeysReplaced', occurredAt, storeId, data: { clientId, storeId, version, reason } }]
      : [];
