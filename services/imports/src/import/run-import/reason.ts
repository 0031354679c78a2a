import type { Problem } from '#libs/http';

/** Why something was refused, in words; never what it says. */
export const reasonOf = ({ title, detail, errors = [] }: Problem): string => {
  const faults = errors.map(({ field, faults: each }) => `${field} ${each.join(', ')}`);
  return faults.length > 0 ? faults.join('; ') : (detail ?? title);
};
