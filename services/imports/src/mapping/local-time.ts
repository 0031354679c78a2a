import { instantOf } from '#libs/calendar';

/** Without an offset: with one it would not be what a clock in the store showed. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?)?$/;

/** What is said to be before it is a mistake: a sheet's empty date, or a year of two digits. */
const FIRST_DAY = '1900-01-02';

/**
 * Reads local times in a format as luxon writes it, and ISO 8601 always, which is how dates of a workbook come.
 * Answers `yyyy-mm-ddThh:mm:ss`, or undefined for what is no such time.
 */
export const localTimes = (format: string): ((text: string) => string | undefined) => {
  let last = '';
  let time: string | undefined;
  return (text) => {
    if (text === last) return time; // rows of a visit follow each other, and reading a time is slow
    last = text;
    time = isoTime(text) ?? (format === 'iso' ? undefined : timeIn(format, text));
    return time;
  };
};

const isoTime = (text: string): string | undefined => {
  const [, date, minutes = '00:00', seconds = ':00'] = ISO.exec(text) ?? [];
  if (date === undefined) return undefined;
  if (date < FIRST_DAY) return undefined;
  const time = `${date}T${minutes}${seconds}`;
  const at = Date.parse(`${time}Z`);
  // A 30 February is read as the 2 March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(time) ? time : undefined;
};

/** UTC stands in for the zone of the store: no time of day is missing in it. */
const timeIn = (format: string, text: string): string | undefined => {
  const time = instantOf(text, 'UTC', format)?.slice(0, 19);
  return time === undefined || time < FIRST_DAY ? undefined : time;
};
