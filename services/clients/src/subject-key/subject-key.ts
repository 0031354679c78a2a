import type { Aggregate } from '#libs/event-sourcing';
import type { DataKeysReplaced } from './subject-key.events.js';

export interface SubjectKey {
  /** Of her keys the newest that was told; the first is not. */
  readonly version: number;
}

export const subjectKey: Aggregate<SubjectKey, DataKeysReplaced> = {
  category: 'subject-key',
  initial: { version: 1 },
  evolve: (_before, { data: { version } }) => ({ version }),
};
