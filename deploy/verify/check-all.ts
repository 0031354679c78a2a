import { INVARIANTS } from './invariants.js';
import type { PlatformData } from './platform-data.js';
import type { Checked } from './table.js';

/** Checks every invariant, one after the other. */
export const checkAll = async (data: PlatformData): Promise<Checked[]> => {
  const checked: Checked[] = [];
  for (const invariant of INVARIANTS) checked.push({ invariant, finding: await invariant.check(data) });
  return checked;
};
