const DAY_MS = 24 * 60 * 60 * 1_000;
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Days until her next birthday, 0 on the day itself; who was born on 29 February has it on 1 March of other years. */
export const daysToBirthday = (birthday: string, today: string): number => {
  const [year, monthAndDay] = [Number(today.slice(0, 4)), birthday.slice(5)];
  const inYear = (one: number): number =>
    Date.UTC(one, Number(monthAndDay.slice(0, 2)) - 1, Number(monthAndDay.slice(3)));
  const next = inYear(year) < time(today) ? inYear(year + 1) : inYear(year);
  return Math.round((next - time(today)) / DAY_MS);
};
