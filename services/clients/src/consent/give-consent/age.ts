/** Whose consent another must give for her (PIPL 31). */
const OF_AGE = 14;

/** Whether somebody born on a day is under 14 on another; both `yyyy-mm-dd`. */
export const isMinor = (bornOn: string, today: string): boolean => {
  const birthday = `${Number(bornOn.slice(0, 4)) + OF_AGE}${bornOn.slice(4)}`;
  return today < birthday;
};
