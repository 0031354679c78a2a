import { readBlock } from './csv-block.js';
import type { RawRow } from './row.js';

/** The rows of CSV text, block by block; what is broken in it is a row with a fault. */
export async function* csvRows(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<RawRow[]> {
  const rows = csvReader(delimiter);
  for await (const text of texts) yield rows.read(text);
  yield rows.end();
}

const csvReader = (delimiter: string) => {
  let rest: Buffer = Buffer.alloc(0);
  let number = 1;
  let midRow = false;
  let lineEnds: ((text: string) => string) | undefined;

  const take = (bytes: Buffer, last: boolean): RawRow[] => {
    const read = readBlock({ bytes, last, delimiter, number });
    ({ rest, midRow } = read);
    number += read.rows.length;
    return read.rows;
  };

  return {
    read: (text: string): RawRow[] => {
      lineEnds ??= lineEndsOf(text);
      const added = midRow ? afterLineEnd(lineEnds(text)) : lineEnds(text);
      return added === undefined ? [] : take(Buffer.concat([rest, Buffer.from(added)]), false);
    },
    end: (): RawRow[] => (rest.length === 0 ? [] : take(rest, true)),
  };
};

const afterLineEnd = (text: string): string | undefined => {
  const end = text.indexOf('\n');
  return end < 0 ? undefined : text.slice(end + 1);
};

/** Spreadsheet programs on older Macs end lines with a lone carriage return. */
const lineEndsOf = (text: string): ((text: string) => string) =>
  text.includes('\r') && !text.includes('\n') ? (part) => part.replaceAll('\r', '\n') : (part) => part;
