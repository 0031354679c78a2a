import type { Learned } from './staff.events.js';
import type { WorkRecord } from './work-record.js';

/** A row of the view `at_work`, which several slices ask. */
export interface AtWorkRow {
  staffId: string;
  /** Wherever she has ever worked. */
  storeIds: readonly string[];
  work: WorkRecord;
  trainings: readonly Learned[];
}
