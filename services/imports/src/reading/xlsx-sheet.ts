import type { RawRow } from './row.js';
import { localTimeOf } from './xlsx-dates.js';
import { collectText } from './xlsx-strings.js';
import type { Workbook } from './xlsx-workbook.js';
import { xmlReader, type Attributes, type XmlReader } from './xlsx-xml.js';

const MAX_COLUMNS = 16_384;

/** Reads the XML of a sheet; every row goes to `take` as soon as it ends. */
export const sheetReader = (workbook: Workbook, take: (row: RawRow) => void): XmlReader => {
  const content = collectText();
  let number = 0;
  let column = -1;
  let values: string[] = [];
  let cell: Attributes = {};

  const openRow = ({ r }: Attributes): void => {
    number = r === undefined ? number + 1 : Number(r);
    column = -1;
    values = [];
  };
  const openCell = (attributes: Attributes): void => {
    column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
    if (column >= MAX_COLUMNS) throw new RangeError(`Column ${column} is outside a sheet.`);
    cell = attributes;
    content.start();
  };
  return xmlReader({
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else content.open(name);
    },
    text: content.text,
    close: (name) => {
      if (name === 'c') values[column] = cellText(cell, content.take(), workbook);
      else if (name === 'row') take({ number, values });
      else content.close(name);
    },
  });
};

/** `C7` → 2. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; reference.charCodeAt(at) >= 65; at += 1)
    column = column * 26 + reference.charCodeAt(at) - 64;
  return column - 1;
};

/** A cell as text: numbers in their shortest form, dates and times as `yyyy-mm-dd hh:mm:ss`, formulas by their result. */
const cellText = ({ t = 'n', s }: Attributes, content: string, workbook: Workbook): string => {
  if (t === 's') return sharedString(workbook, content);
  if (t === 'b') return content === '1' ? 'TRUE' : 'FALSE';
  if (t !== 'n' || content === '') return content;
  const number = Number(content);
  const isDate = s !== undefined && workbook.dateStyles[Number(s)] === true;
  return (isDate ? localTimeOf(number, workbook.from1904) : undefined) ?? String(number);
};

const sharedString = ({ strings }: Workbook, content: string): string => {
  const string = strings[Number(content)];
  if (string === undefined) throw new RangeError(`The workbook has no string ${content}.`);
  return string;
};
