import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { aFolder } from '../../test/fixtures/files.builders.js';
import { aWorkbook, partsOf } from '../../test/fixtures/workbook.builders.js';
import { aZip } from '../../test/fixtures/zip.builders.js';
import { bytesOf } from './bytes.js';
import type { Row } from './row.js';
import { readRows, type ReadOptions } from './rows.js';

const READ: ReadOptions = { format: 'auto', encoding: 'utf-8', columns: ['visit', 'item', 'price'] };
const HEADER = 'visit,item,price\n';

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
});
afterAll(() => folder.remove());

const rowsAt = async (path: string, options: Partial<ReadOptions> = {}): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const batch of readRows(path, { ...READ, ...options })) rows.push(...batch);
  return rows;
};
const rowsOf = async (content: string | Uint8Array, options: Partial<ReadOptions> = {}): Promise<Row[]> =>
  rowsAt(await folder.file(content), options);

const row = (number: number, visit: string, item: string, price: string): Row => ({
  number,
  cells: { visit, item, price },
});
const fault = (number: number, code: string): unknown => ({
  number,
  fault: { code, reason: expect.any(String) as string },
});

describe('the rows of a CSV file', () => {
  it('come under the names of their columns, numbered as a spreadsheet shows them', async () => {
    expect(await rowsOf(`${HEADER}1,facial,12.50\n2,mask,9\n`)).toEqual([
      row(2, '1', 'facial', '12.50'),
      row(3, '2', 'mask', '9'),
    ]);
  });

  it('may hold commas, line ends and quotation marks in quoted cells', async () => {
    expect(await rowsOf(`${HEADER}1,"mask, ""silk""\nbox of 5",9\n2,facial,1\n`)).toEqual([
      row(2, '1', 'mask, "silk"\nbox of 5', '9'),
      row(3, '2', 'facial', '1'),
    ]);
  });

  it('are the same with a byte order mark, with Windows’ and with old Macs’ line ends, and without a last one', async () => {
    const plain = await rowsOf(`${HEADER}1,facial,5\n2,mask,9`);
    expect(await rowsOf(`\uFEFF${HEADER}1,facial,5\n2,mask,9\n`)).toEqual(plain);
    expect(await rowsOf('visit,item,price\r\n1,"facial",5\r\n2,mask,9\r\n')).toEqual(plain);
    expect(await rowsOf('visit,item,price\r1,facial,5\r2,mask,9\r')).toEqual(plain);
  });

  it('leave blank lines out and count them', async () => {
    expect(await rowsOf(`\n${HEADER}1,facial,5\n\n,,\n2,mask,9\n\n\n`)).toEqual([
      row(3, '1', 'facial', '5'),
      row(6, '2', 'mask', '9'),
    ]);
  });

  it('are unzipped whatever the file is called', async () => {
    const path = await folder.file(gzipSync(`${HEADER}1,facial,5\n`), 'plain.csv');
    expect(await rowsAt(path)).toEqual([row(2, '1', 'facial', '5')]);
  });

  it.each([
    ['latin1', Buffer.from('visit,item,price\n1,Crème,5\n', 'latin1'), 'Crème'],
    ['utf-16le', Buffer.from('\uFEFFvisit,item,price\n1,玫瑰,5\n', 'utf16le'), '玫瑰'],
    [
      'gb18030',
      Buffer.concat([Buffer.from(`${HEADER}1,`), Buffer.from('c3b5b9e5', 'hex'), Buffer.from(',5\n')]),
      '玫瑰',
    ],
  ] as const)('are read in %s', async (encoding, bytes, item) => {
    expect(await rowsOf(bytes, { encoding })).toEqual([row(2, '1', item, '5')]);
  });

  it('are divided by what the mapping says', async () => {
    expect(await rowsOf('visit;item;price\n1;"a;b";5\n', { delimiter: ';' })).toEqual([
      row(2, '1', 'a;b', '5'),
    ]);
  });

  it('take only the wanted columns, also where an unwanted one has no name or is there twice', async () => {
    expect(await rowsOf('note,visit, item ,note,price,\nx,1,facial,y,5,\n')).toEqual([
      row(2, '1', 'facial', '5'),
    ]);
  });

  it('are whole where a block of the file ends within a row, a quoted cell or a letter', async () => {
    const lines = Array.from(
      { length: 12_000 },
      (_, at) => `${at},"玫瑰面膜,\n${'x'.repeat(at % 7)}",${at}.5`,
    );
    const rows = await rowsOf(HEADER + lines.join('\n'));
    expect(rows).toHaveLength(12_000);
    expect(rows.at(-1)).toEqual(row(12_001, '11999', '玫瑰面膜,\nx', '11999.5'));
  });
});

describe('a row of a CSV file that cannot be read', () => {
  it('is told by its number, and the rows around it are read: too few and too many cells', async () => {
    expect(await rowsOf(`${HEADER}1,facial,5\n2,mask\n3,a,b,c\n4,mask,9\n`)).toEqual([
      row(2, '1', 'facial', '5'),
      fault(3, 'wrong-cell-count'),
      fault(4, 'wrong-cell-count'),
      row(5, '4', 'mask', '9'),
    ]);
  });

  it('says how many cells it has', async () => {
    const [only] = await rowsOf(`${HEADER}1,facial\n`);
    expect(only?.fault?.reason).toBe('This row has 2 cells where the header has 3.');
  });

  it.each([
    ['opened and never closed', '2,"mask,9'],
    ['closed in the middle of a cell', '2,"mask" box,9'],
    ['in the middle of a cell', '2,mask "silk",9'],
    ['closed by the quotation mark of the next row', '2,"mask,9\n3,"face mask",4'],
  ])('has a quotation mark %s', async (_, broken) => {
    const rows = await rowsOf(`${HEADER}1,facial,5\n${broken}\n8,mask,9\n9,mask,9\n`);
    expect(rows.slice(0, 2)).toEqual([row(2, '1', 'facial', '5'), fault(3, 'broken-quote')]);
    expect(rows.slice(-2).map(({ cells }) => cells?.visit)).toEqual(['8', '9']);
  });

  it('does not take the rest of a long file with it', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `${at},mask with a long name,9`);
    lines[10] = '10,"mask,9';
    lines[50_000] = '50000,"mask,9';
    const rows = await rowsOf(HEADER + lines.join('\n'));
    expect(rows).toHaveLength(60_000);
    expect(rows.filter((one) => one.fault).map(({ number }) => number)).toEqual([12, 50_002]);
    expect(rows.at(-1)).toEqual(row(60_001, '59999', 'mask with a long name', '9'));
  });

  it('has a cell longer than a spreadsheet holds', async () => {
    expect(await rowsOf(`${HEADER}1,${'x'.repeat(32_768)},5\n2,${'x'.repeat(32_767)},9\n`)).toEqual([
      fault(2, 'cell-too-long'),
      row(3, '2', 'x'.repeat(32_767), '9'),
    ]);
  });

  it('has a cell with a NUL character, which no database takes', async () => {
    expect(await rowsOf(`${HEADER}1,ma\0sk,5\n2,mask,9\n`)).toEqual([
      fault(2, 'nul-character'),
      row(3, '2', 'mask', '9'),
    ]);
  });

  it('is longer than any row, with and without an end', async () => {
    const endless = 'x'.repeat(3_000_000);
    expect(await rowsOf(`${HEADER}1,${endless},5\n2,mask,9\n`)).toEqual([
      fault(2, 'row-too-long'),
      row(3, '2', 'mask', '9'),
    ]);
    expect(await rowsOf(`${HEADER}1,mask,9\n2,${endless}`)).toEqual([
      row(2, '1', 'mask', '9'),
      fault(3, 'row-too-long'),
    ]);
  });
});

describe('a file that cannot be read as a whole', () => {
  const reading = async (content: string | Uint8Array, options: Partial<ReadOptions> = {}) =>
    rowsOf(content, options);

  it('is not there', async () => {
    await expect(rowsAt(tmpdir())).rejects.toMatchObject({ code: 'no-such-file' });
    await expect(rowsAt('/no/such/file.csv')).rejects.toMatchObject({
      name: 'UnreadableFile',
      code: 'no-such-file',
    });
  });

  it.each([
    ['no bytes', ''],
    ['blank lines only', '\n\n'],
    ['nothing in a gzip', gzipSync('')],
  ])('is empty: %s', async (_, content) => {
    await expect(reading(content)).rejects.toMatchObject({ code: 'empty-file' });
  });

  it('has no rows, which is no fault', async () => {
    expect(await reading(HEADER)).toEqual([]);
  });

  it('lacks columns, all of them named', async () => {
    await expect(reading('visit,Item\n1,x\n')).rejects.toMatchObject({
      code: 'missing-column',
      message:
        'The file has no column "item", "price", only "Item". ' +
        'Its first row must name them; or change "columns" in the mapping.',
    });
  });

  it('has no header: its first row is not quoted, it may be personal', async () => {
    await expect(reading('7,Li Na,13800001234\n')).rejects.toMatchObject({
      message: expect.not.stringContaining('Li Na'),
    });
  });

  it('is divided by something else', async () => {
    await expect(reading('visit;item;price\n1;x;2\n')).rejects.toMatchObject({
      code: 'missing-column',
      message: expect.stringContaining('divided by ";": set "delimiter"'),
    });
  });

  it('has a wanted column twice', async () => {
    await expect(reading('visit,item,price,price\n')).rejects.toMatchObject({ code: 'ambiguous-column' });
  });

  it('has a header that cannot be read', async () => {
    await expect(reading('visit,"item,price\n1,x,2\n')).rejects.toMatchObject({ code: 'broken-header' });
  });

  it('is in another encoding', async () => {
    await expect(reading(Buffer.from(`${HEADER}1,facial,5\n2,Crème,5\n`, 'latin1'))).rejects.toMatchObject({
      code: 'wrong-encoding',
      message: expect.stringContaining('not valid utf-8 (near line 3)'),
    });
    await expect(reading(Buffer.from(`\uFEFF${HEADER}`, 'utf16le'))).rejects.toMatchObject({
      code: 'wrong-encoding',
      message: expect.stringContaining('set "encoding" to "utf-16le"'),
    });
    await expect(reading(Buffer.from(`${HEADER}1,玫瑰,5`), { encoding: 'utf-16le' })).rejects.toMatchObject({
      name: 'UnreadableFile',
    });
    await expect(
      reading(Buffer.from([...Buffer.from(`${HEADER}1,`), 0x81, 0x20]), { encoding: 'gb18030' }),
    ).rejects.toMatchObject({
      code: 'wrong-encoding',
    });
  });

  it('is a gzip cut short, or damaged', async () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => `${at},mask,${at * 7}`).join('\n');
    const whole = gzipSync(HEADER + lines);
    await expect(reading(whole.subarray(0, whole.length - 500))).rejects.toMatchObject({
      code: 'broken-gzip',
      message: expect.stringContaining('cut short'),
    });
    whole.fill(0x55, 2_000, 2_100);
    await expect(reading(whole)).rejects.toMatchObject({ code: 'broken-gzip' });
  });

  it('is said to be a workbook and is none', async () => {
    const path = await folder.file(`${HEADER}1,mask,9\n`, 'history.xlsx');
    await expect(rowsAt(path)).rejects.toMatchObject({ code: 'not-a-workbook' });
    await expect(rowsAt(path, { name: 'history.csv' })).resolves.toHaveLength(1);
    await expect(rowsAt(path, { name: 'history.csv', format: 'xlsx' })).rejects.toMatchObject({
      code: 'not-a-workbook',
    });
  });

  it('is a workbook where CSV is wanted, an old one, or another archive', async () => {
    const workbook = aWorkbook({ sheets: { Bills: [['visit', 'item', 'price']] } });
    await expect(reading(workbook, { format: 'csv' })).rejects.toMatchObject({ code: 'not-text' });
    await expect(reading(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toMatchObject({
      code: 'not-a-workbook',
      message: expect.stringContaining('password'),
    });
    await expect(reading(aZip({ 'history.csv': HEADER }))).rejects.toMatchObject({ code: 'not-a-workbook' });
  });

  it('is a workbook cut short or damaged', async () => {
    const sheets = {
      Bills: [
        ['visit', 'item', 'price'],
        ['1', 'mask', 9],
      ],
    };
    const whole = aWorkbook({ sheets });
    await expect(reading(whole.subarray(0, whole.length - 300))).rejects.toMatchObject({
      code: 'broken-workbook',
    });
    const parts = partsOf({ sheets });
    await expect(
      reading(aZip({ ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' })),
    ).rejects.toMatchObject({ code: 'broken-workbook' });
    await expect(reading(aZip({ ...parts, 'xl/sharedStrings.xml': '<sst/>' }))).rejects.toMatchObject({
      code: 'broken-workbook',
    });
  });

  it('is a workbook that would read another file, or grow without end', async () => {
    const parts = partsOf({ sheets: { Bills: [['visit', 'item', 'price']] } });
    const file = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>`;
    const many = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY e "&a;&a;&a;&a;">]>`;
    for (const entities of [file, many]) {
      const strings = `${entities}<sst><si><t>&e;</t></si></sst>`;
      const failure = reading(aZip({ ...parts, 'xl/sharedStrings.xml': strings }));
      await expect(failure).rejects.toMatchObject({ code: 'broken-workbook' });
    }
  });

  it('is larger unpacked than any that is taken, or in more parts', async () => {
    const path = await folder.file(gzipSync('x'.repeat(1_000_000)));
    const unzipping = async (most: number): Promise<number> => {
      let length = 0;
      for await (const block of bytesOf(path, 'gzip', most)) length += block.length;
      return length;
    };
    expect(await unzipping(1_000_000)).toBe(1_000_000);
    await expect(unzipping(999_999)).rejects.toMatchObject({ code: 'too-large' });
    const parts = partsOf({ sheets: { Bills: [['visit', 'item', 'price']] } });
    const more = Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`more/${at}`, 'x']));
    await expect(reading(aZip({ ...parts, ...more }))).rejects.toMatchObject({ code: 'too-large' });
    const nine = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`more/${at}`, 'x']));
    await expect(reading(claiming(0xfffffff0, aZip({ ...parts, ...nine })))).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('is a workbook without the sheet', async () => {
    const workbook = aWorkbook({ sheets: { Bills: [], Staff: [] } });
    await expect(reading(workbook, { sheet: 'Sales' })).rejects.toMatchObject({
      code: 'no-such-sheet',
      message: expect.stringContaining('"Bills", "Staff"'),
    });
    await expect(reading(workbook)).rejects.toMatchObject({ code: 'empty-file' });
  });
});

/** An archive that says of each of its parts that it is so large, unpacked. */
const claiming = (size: number, zip: Buffer): Buffer => {
  for (let at = zip.indexOf('504b0102', 'hex'); at >= 0; at = zip.indexOf('504b0102', at + 4, 'hex'))
    zip.writeUInt32LE(size, at + 24);
  return zip;
};
