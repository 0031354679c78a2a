/** Whose consent another must give for her (PIPL 31). */
const OF_AGE = 14;

/**
 * By the birthday in her file, whatever is told; else by the one that is told, or by an age below 14 that her file has. Null
 * when nothing says.
 */
export const minorBy = (
  { birthday, age }: { readonly birthday?: string | undefined; readonly age?: number | undefined },
  bornOn: string | undefined,
  today: string,
): boolean | null => {
  const born = birthday ?? bornOn;
  if (born !== undefined) return isMinor(born, today);
  return age !== undefined && age < OF_AGE ? true : null;
};

/** Whether somebody born on a day is under 14 on another; both `yyyy-mm-dd`. */
export const isMinor = (bornOn: string, today: string): boolean => {
  const birthday = `${Number(bornOn.slice(0, 4)) + OF_AGE}${bornOn.slice(4)}`;
  return today < birthday;
};
