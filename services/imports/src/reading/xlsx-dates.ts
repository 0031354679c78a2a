import { readXml } from './xlsx-xml.js';

/** Formats every program knows by number that show a date or a time; 27–36 and 50–58 are the East Asian ones (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format shows a date when a letter of date or time stands outside quotes, escapes and brackets (`[h]` counts hours). */
const isDateFormat = (format: string): boolean =>
  /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, ''));

/** By number of a cell's style: whether it shows a date or a time. */
export const dateStylesIn = (xml: string): boolean[] => {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  readXml(xml, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      const id = Number(numFmtId);
      if (name === 'numFmt') custom.set(id, isDateFormat(formatCode));
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) styles.push(custom.get(id) ?? isBuiltInDate(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
};

const SECONDS_PER_DAY = 24 * 60 * 60;
/** Day 0; Excel counts a 29 February 1900 that never was, so its days before March 1900 are one later. */
const DAY_0 = Date.UTC(1899, 11, 30);
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1);
const MARCH_1900 = 61;
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_DAY = 2_958_466;

/** `yyyy-mm-dd hh:mm:ss` of a day number, to the nearest second; undefined where there is no such day. */
export const localTimeOf = (days: number, from1904: boolean): string | undefined => {
  if (!(days >= 0 && days < LAST_DAY)) return undefined;
  const shift = !from1904 && days < MARCH_1900 - 1 ? 1 : 0;
  const seconds = Math.round((days + shift) * SECONDS_PER_DAY);
  const time = new Date((from1904 ? DAY_0_OF_1904 : DAY_0) + seconds * 1_000);
  return time.toISOString().slice(0, 19).replace('T', ' ');
};
