import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { z } from 'zod';
import { SECTION_NAMES, type FileFields } from '#contracts/clients/file-sections';
import { projectRoot } from '#libs/service';
import { FORMATS, type Format } from '../../services/clients/src/client-export/client-export.events.js';
import { fileColumns } from '../../services/clients/src/client-export/file-cells.js';
import { SPREADSHEETS } from '../../services/clients/src/client-export/spreadsheet.process.js';
import { parseMappingText } from '../../services/imports/src/mapping/any-mapping.js';
import { clientColumns, type ClientsMapping } from '../../services/imports/src/mapping/clients-mapping.js';
import { KNOWN_FIELDS } from '../../services/imports/src/mapping/file-columns.js';
import { readClients } from '../../services/imports/src/reading/clients.js';

const MAPPING = parseMappingText(
  readFileSync(join(projectRoot(), 'services/imports/mappings/exported-files.json'), 'utf8'),
) as ClientsMapping;

const sign = fc.constantFrom(
  ...['=', '+', '-', '@', "'", '"', ',', ';', '\\', '\r', '\n', '<', '&', ' ', '\t'],
  ...['A', '王', '𠮷', '_x0041_', '_', '\u0007'],
);
const text = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('').trim());

/** What a field may say; lists say something. */
const saying = (value: z.ZodType): fc.Arbitrary<unknown> => {
  if (value instanceof z.ZodArray) return fc.array(saying(value.element as z.ZodType), LIST);
  if (value instanceof z.ZodEnum) return fc.constantFrom(...value.options);
  if (value instanceof z.ZodBoolean) return fc.boolean();
  if (value instanceof z.ZodNumber) return fc.nat(130);
  if (value instanceof z.ZodISODate) return day;
  return value.safeParse('any word').success ? text.filter((one) => one !== '') : phone;
};
const phone = fc
  .tuple(fc.constantFrom('', '+', '+86 ', '('), fc.integer({ min: 100_000, max: 999_999_999 }))
  .map(([before, number]) => `${before}${number}`);
const LIST = { minLength: 1, maxLength: 3 };
const day = fc
  .date({ min: new Date('1900-01-02'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

const fileFrom = (values: Readonly<Record<string, unknown>>): FileFields => {
  const file: Record<string, Record<string, unknown>> = {};
  for (const { name, section, field } of KNOWN_FIELDS)
    if (values[name] !== undefined) (file[section] ??= {})[field] = values[name];
  return file;
};
const file = fc
  .record(Object.fromEntries(KNOWN_FIELDS.map(({ name, value }) => [name, saying(value)])), {
    requiredKeys: [],
  })
  .map(fileFrom);

interface Told {
  readonly name: string;
  readonly memberNumber: string;
  readonly file: FileFields;
}

const { names, cellsOf } = fileColumns(SECTION_NAMES);
const HEADER = ['clientId', 'storeId', 'since', 'name', 'phone', 'memberNumber', 'email', ...names];

async function* tableOf(told: readonly Told[]) {
  yield await Promise.resolve(HEADER);
  for (const [at, { name, memberNumber, file }] of told.entries())
    yield [String(at), 'sh-01', '', name, '', memberNumber, '', ...cellsOf(file)];
}

describe('client files that are taken out and brought in again', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liren-round-trip-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const through = async (format: Format, told: readonly Told[]): Promise<Told[]> => {
    const path = join(folder, `files.${format}`);
    await pipeline(SPREADSHEETS[format].write(tableOf(told)), createWriteStream(path));
    const read: Told[] = [];
    for await (const batch of readClients({ path }, MAPPING)) {
      for (const one of batch) {
        if (one.kind === 'refused') throw new Error(one.reason);
        const { name = '', memberNumber = '' } = one.contact;
        read.push({ name, memberNumber, file: one.file });
      }
    }
    return read;
  };

  it.each(FORMATS)('are the same, as %s', async (format) => {
    const told = fc.array(fc.record({ name: text, memberNumber: text, file }), {
      minLength: 1,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(told, async (given) => expect(await through(format, given)).toEqual(given)),
      { numRuns: 100 },
    );
  });

  it('are read by a mapping that names every field there is', () => {
    expect(clientColumns(MAPPING)).toEqual(expect.arrayContaining(names));
  });
});
