import { aFolder } from '../../test/fixtures/files.builders.js';
import { aWorkbook, partsOf, type CellOf, type WorkbookOf } from '../../test/fixtures/workbook.builders.js';
import { aZip } from '../../test/fixtures/zip.builders.js';
import type { Row } from './row.js';
import { readRows } from './rows.js';

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
});
afterAll(() => folder.remove());

const HEADER: readonly CellOf[] = ['visit', 'item', 'at'];

const rowsOf = async (content: Buffer, sheet?: string): Promise<Row[]> => {
  const path = await folder.file(content, 'history.bin');
  const rows: Row[] = [];
  for await (const batch of readRows(path, {
    format: 'auto',
    encoding: 'utf-8',
    columns: ['visit', 'item', 'at'],
    sheet,
  }))
    rows.push(...batch);
  return rows;
};
const cellsOf = async (workbook: WorkbookOf, sheet?: string) =>
  (await rowsOf(aWorkbook(workbook), sheet)).map(({ cells }) => cells && Object.values(cells));
const oneRow = async (cells: readonly CellOf[], more: Partial<WorkbookOf> = {}) =>
  (await cellsOf({ sheets: { Bills: [HEADER, cells] }, ...more }))[0];

describe('the rows of a workbook', () => {
  it('come as those of a CSV file do, numbered by the sheet', async () => {
    const workbook = aWorkbook({
      sheets: { Bills: [HEADER, [536, 'mask', 'x'], null, [], ['C7', null, 'y']] },
    });
    expect(await rowsOf(workbook)).toEqual([
      { number: 2, cells: { visit: '536', item: 'mask', at: 'x' } },
      { number: 5, cells: { visit: 'C7', item: '', at: 'y' } },
    ]);
  });

  it('come from the first sheet, or the one that is named', async () => {
    const sheets = { Bills: [HEADER, ['1', 'a', 'b']], 'Old & gone': [HEADER, ['2', 'c', 'd']] };
    expect(await cellsOf({ sheets })).toEqual([['1', 'a', 'b']]);
    expect(await cellsOf({ sheets }, 'Old & gone')).toEqual([['2', 'c', 'd']]);
  });

  it('show numbers in their shortest form', async () => {
    expect(await oneRow([2.5499999999999998, 0.165, 100])).toEqual(['2.55', '0.165', '100']);
  });

  it('show days as local times, to the second', async () => {
    expect(await oneRow([{ day: 40513.351388888885 }, { day: 1 }, { day: 61 }])).toEqual([
      '2010-12-01 08:26:00',
      '1900-01-01 00:00:00',
      '1900-03-01 00:00:00',
    ]);
    expect(await oneRow([{ day: 0 }, { day: 39051.5 }, 'x'], { from1904: true })).toEqual([
      '1904-01-01 00:00:00',
      '2010-12-01 12:00:00',
      'x',
    ]);
  });

  it.each([
    ['yyyy"年"m"月"d"日"', true],
    ['[$-409]d/m/yy h:mm AM/PM;@', true],
    ['[h]:mm', true],
    ['0.00" days"', false],
    ['[Red]#,##0.00', false],
    ['General', false],
    ['_-* #,##0.00\\ \\d_-', false],
  ])('go by the number format %s whether they are days', async (dateFormat, isDay) => {
    expect((await oneRow([{ day: 40513 }, 'x', 'y'], { dateFormat }))?.[0]).toBe(
      isDay ? '2010-12-01 00:00:00' : '40513',
    );
  });

  it('show the results of formulas, rich text, inline text, truth and errors as text', async () => {
    const xml = (text: string): CellOf => ({ xml: text });
    expect(
      await oneRow([
        xml('<c><f>1+1</f><v>2</v></c>'),
        xml('<c t="str"><f>A1</f><v>mask_x000D_</v></c>'),
        xml('<c t="inlineStr"><is><r><t>face </t></r><r><t>mask</t></r><rPh><t>feisu</t></rPh></is></c>'),
      ]),
    ).toEqual(['2', 'mask\r', 'face mask']);
    expect(
      await oneRow([xml('<c t="b"><v>1</v></c>'), xml('<c t="e"><v>#N/A</v></c>'), xml('<c s="1"/>')]),
    ).toEqual(['TRUE', '#N/A', '']);
  });

  it('are found in a workbook whose XML has prefixes and whose cells have no references', async () => {
    const parts = partsOf({ sheets: { Bills: [HEADER, ['1', 'mask', 'x']] } });
    const bare = Object.entries(parts).map(([name, xml]) => [
      name,
      name.startsWith('xl/worksheets')
        ? xml.replaceAll(/ r="\w+"/g, '').replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
        : xml,
    ]);
    const rows = await rowsOf(aZip(Object.fromEntries(bare) as Record<string, string>));
    expect(rows).toEqual([{ number: 2, cells: { visit: '1', item: 'mask', at: 'x' } }]);
  });

  it('come in batches, so that a long sheet is never held whole', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at): CellOf[] => [
      at,
      `item ${at % 50}`,
      { day: 40_000 + at / 50 },
    ]);
    const path = await folder.file(aWorkbook({ sheets: { Bills: [HEADER, ...rows] } }), 'long.xlsx');
    const sizes: number[] = [];
    for await (const batch of readRows(path, { format: 'xlsx', encoding: 'utf-8', columns: ['visit'] }))
      sizes.push(batch.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20_000);
    expect(Math.max(...sizes)).toBeLessThan(3_000);
  });

  it('are refused when a small file unzips to more different texts than can be held', async () => {
    const parts = partsOf({ sheets: { Bills: [HEADER] } });
    const strings = `<sst>${'<si><t>a</t></si>'.repeat(1_000_001)}</sst>`;
    const failure = rowsOf(aZip({ ...parts, 'xl/sharedStrings.xml': strings }));
    await expect(failure).rejects.toMatchObject({ code: 'too-large' });
  });
});
