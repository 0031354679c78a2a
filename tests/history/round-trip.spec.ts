import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { FORMATS, type Format } from '../../services/clients/src/client-export/client-export.events.js';
import { SPREADSHEETS } from '../../services/clients/src/client-export/spreadsheet.process.js';
import { parseMapping } from '../../services/imports/src/mapping/any-mapping.js';
import type { ClientsMapping } from '../../services/imports/src/mapping/clients-mapping.js';
import { readClients } from '../../services/imports/src/reading/clients.js';

const MAPPING = parseMapping({
  kind: 'clients',
  source: 'ourselves',
  timeZone: 'UTC',
  columns: { key: 'clientId', store: 'storeId', name: 'name', memberNumber: 'memberNumber' },
}) as ClientsMapping;

const sign = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ',',
  ';',
  '\r',
  '\n',
  '<',
  '&',
  ' ',
  '\t',
  'A',
  '王',
  '𠮷',
  '_x0041_',
  '_',
  '\u0007',
);
const cell = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('').trim());

async function* tableOf(rows: readonly string[][]) {
  yield await Promise.resolve(['clientId', 'storeId', 'name', 'memberNumber']);
  for (const [at, row] of rows.entries()) yield [String(at), 'sh-01', ...row];
}

describe('client files that are taken out and brought in again', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liren-round-trip-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const through = async (format: Format, rows: readonly string[][]): Promise<string[][]> => {
    const path = join(folder, `files.${format}`);
    await pipeline(SPREADSHEETS[format].write(tableOf(rows)), createWriteStream(path));
    const read: string[][] = [];
    for await (const batch of readClients({ path }, MAPPING)) {
      for (const one of batch) {
        if (one.kind === 'refused') throw new Error(one.reason);
        read.push([one.contact.name ?? '', one.contact.memberNumber ?? '']);
      }
    }
    return read;
  };

  it.each(FORMATS)('are the same, as %s', async (format) => {
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (given) => expect(await through(format, given)).toEqual(given)),
      { numRuns: 100 },
    );
  });
});
