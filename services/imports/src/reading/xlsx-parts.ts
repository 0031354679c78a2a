import { openPromise } from 'yauzl';
import { MOST_UNPACKED, tooMuchUnpacked } from './bytes.js';
import { UnreadableFile } from './unreadable-file.js';

/** Of a part that is read as a whole: the list of sheets, the formats of cells. */
const MOST_CHARACTERS = 16_000_000;
/** Far more than sheets, pictures and styles of any workbook. */
const MOST_PARTS = 5_000;

/** The parts of a workbook: an XLSX file is a zip of XML files. */
export interface Parts {
  has(name: string): boolean;
  /** In UTF-8, as it is unzipped. */
  stream(name: string): Promise<AsyncIterable<string>>;
  text(name: string): Promise<string>;
  close(): void;
}

export const openParts = async (path: string): Promise<Parts> => {
  const zip = await openPromise(path, { autoClose: false });
  const entries = new Map<string, Parameters<typeof zip.openReadStreamPromise>[0]>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize; // no more is read of it than it says
    if (entries.size >= MOST_PARTS || unpacked > MOST_UNPACKED) throw tooMuchUnpacked();
    entries.set(entry.fileName, entry);
  }

  const stream = async (name: string): Promise<AsyncIterable<string>> => {
    const entry = entries.get(name);
    if (entry === undefined) throw notAWorkbook(name);
    return (await zip.openReadStreamPromise(entry)).setEncoding('utf8') as AsyncIterable<string>;
  };
  const text = async (name: string): Promise<string> => {
    let whole = '';
    for await (const piece of await stream(name)) {
      whole += piece;
      if (whole.length > MOST_CHARACTERS) throw tooLarge(name);
    }
    return whole;
  };
  return {
    has: (name) => entries.has(name),
    stream,
    text,
    close: () => {
      zip.close();
    },
  };
};

const tooLarge = (name: string): UnreadableFile =>
  new UnreadableFile('too-large', `"${name}" in the workbook is too large: save it as CSV.`);

const notAWorkbook = (name: string): UnreadableFile =>
  new UnreadableFile(
    'not-a-workbook',
    `The file is a zip archive but no XLSX workbook ("${name}" is not in it): save it as .xlsx, or as CSV.`,
  );
