import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { aFolder } from '../../test/fixtures/files.builders.js';
import type { Interpreted, Taken } from '../mapping/interpreted.js';
import { parseMappingText } from '../mapping/any-mapping.js';
import type { Mapping } from '../mapping/mapping.js';
import type { Grouped, GroupedBatch } from './grouped.js';
import { grouping } from './grouping.js';
import { scanRows } from './scan.js';
import { readVisits, scanVisits } from './visits.js';

const MAPPING = parseMappingText(
  readFileSync(new URL('../../mappings/online-retail.json', import.meta.url), 'utf8'),
) as Mapping;
const CUT = new URL('../../test/fixtures/retail-cut.csv', import.meta.url).pathname;
const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n';

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
});
afterAll(() => folder.remove());

const read = async (path: string) => {
  const scan = await scanVisits({ path }, MAPPING);
  const batches: GroupedBatch[] = [];
  for await (const batch of readVisits({ path }, MAPPING, scan)) batches.push(batch);
  const visits = batches.flatMap((batch) => batch.visits);
  return { scan, batches, visits, refused: batches.flatMap((batch) => batch.refused) };
};
const readLines = async (...lines: string[]) => read(await folder.file(HEADER + lines.join('\n')));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const figuresOf = (visits: readonly Grouped[], kind: Taken['kind']) => {
  const ofKind = visits.filter((visit) => visit.kind === kind);
  const lines = ofKind.flatMap((visit) => visit.lines);
  return [ofKind.length, lines.length, sum(lines.map(({ amountMinor }) => amountMinor))];
};

describe('a history in the format of the online retail file', () => {
  // The figures are those of tests/history/count-retail.mjs, which shares no code with what is tested here.
  it('comes to the figures that a separate count finds, store by store', async () => {
    const { visits } = await read(CUT);
    expect(figuresOf(visits, 'sale')).toEqual([85, 390, 1_976_870]);
    expect(figuresOf(visits, 'return')).toEqual([6, 13, 154_183]);
    const stores = ['EIRE', 'France', 'United Kingdom'].map((store) => {
      const own = visits.filter(({ storeKey }) => storeKey === store);
      return [...figuresOf(own, 'sale'), ...figuresOf(own, 'return')];
    });
    expect(stores).toEqual([
      [17, 73, 321_228, 2, 5, 15_215],
      [19, 81, 384_927, 2, 4, 126_453],
      [49, 236, 1_270_715, 2, 4, 12_515],
    ]);
  });

  it('has 27 identified clients with a sale, one of them in two stores', async () => {
    const { visits } = await read(CUT);
    const storesOf = new Map<string, Set<string>>();
    for (const { kind, clientKey, storeKey } of visits)
      if (kind === 'sale' && clientKey !== null)
        storesOf.set(clientKey, (storesOf.get(clientKey) ?? new Set()).add(storeKey));
    expect(storesOf.size).toBe(27);
    expect([...storesOf.values()].filter(({ size }) => size > 1)).toHaveLength(1);
  });

  it('is known before a visit is given out: rows, stores, and what will be refused', async () => {
    const { scan, refused } = await read(CUT);
    expect(scan).toMatchObject({
      rows: 415,
      lastRow: 416,
      visits: 85,
      returns: 6,
      storeKeys: ['United Kingdom', 'EIRE', 'France'],
      refused: { 'negative-without-credit-note': 5, 'price-0': 4, adjustment: 3 },
    });
    expect(refused).toHaveLength(12);
  });

  it('reads the same from the same file', async () => {
    expect(await read(CUT)).toEqual(await read(CUT));
  });
});

describe('a visit', () => {
  it('is given out with its last row, which may stand far from its first', async () => {
    const { visits } = await read(CUT);
    const split = visits.find(({ key }) => key === '900100');
    expect(split?.lines.map(({ lineNumber }) => lineNumber)).toEqual(
      Array.from({ length: 26 }, (_, at) => at + 1),
    );
    const rows = split?.lines.map(({ row }) => row) ?? [];
    expect(rows.at(-1)! - rows[0]!).toBeGreaterThan(25);
    expect(split?.lastRow).toBe(rows.at(-1));
    const order = visits.map(({ lastRow }) => lastRow);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('took place at the earliest of its times', async () => {
    const { visits } = await read(CUT);
    const timeOf = (wanted: string) => visits.find(({ key }) => key === wanted)?.occurredAtLocal;
    expect(timeOf('900103')).toBe('2011-01-20T15:30:00');
    expect(timeOf('900104')).toBe('2011-02-28T23:59:00');
  });

  it('has each of its lines, also those that are the same', async () => {
    const { visits } = await read(CUT);
    const lines = visits.find(({ key }) => key === '900105')?.lines ?? [];
    expect(lines.map(({ item, amountMinor }) => [item, amountMinor])).toEqual([
      ['S1005', 995],
      ['S1005', 995],
      ['S1005', 995],
      ['S1009', 85],
    ]);
  });

  it('keeps to the store and the client of its first row', async () => {
    const { visits, refused } = await readLines(
      '1,mask,,1,2011-01-01 10:00,5,7,France',
      '1,mask,,1,2011-01-01 10:00,5,7,EIRE',
      '1,mask,,1,2011-01-01 10:00,5,8,France',
      '1,mask,,1,2011-01-01 10:00,5,NA,France',
      '1,mask,,1,2011-01-01 10:00,6,7,France',
      '1,mask,,1,2011-01-01 10:00,7,7,Spain',
    );
    expect(visits).toMatchObject([
      {
        storeKey: 'France',
        clientKey: '7',
        lines: [
          { lineNumber: 1, row: 2 },
          { lineNumber: 2, row: 6 },
        ],
        lastRow: 7,
      },
    ]);
    expect(refused.map(({ row, code }) => [row, code])).toEqual([
      [3, 'visit-in-two-stores'],
      [4, 'visit-of-two-clients'],
      [5, 'visit-of-two-clients'],
      [7, 'visit-in-two-stores'],
    ]);
  });

  it('is given out though its last rows are refused', async () => {
    const { visits, refused } = await readLines(
      '1,mask,,1,2011-01-01 10:00,5,7,France',
      '1,gift,,1,2011-01-01 10:00,0,7,France',
      '2,mask,,one,2011-01-01 10:00,5,7,France',
      'broken',
    );
    expect(visits.map(({ key, lines }) => [key, lines.length])).toEqual([['1', 1]]);
    expect(refused.map(({ row, code }) => [row, code])).toEqual([
      [3, 'price-0'],
      [4, 'not-a-whole-number'],
      [5, 'wrong-cell-count'],
    ]);
  });
});

describe('a file that makes trouble as a whole', () => {
  it('is refused before anything is given out', async () => {
    const path = await folder.file(HEADER.replace('UnitPrice', 'Price'));
    await expect(scanVisits({ path }, MAPPING)).rejects.toMatchObject({ code: 'missing-column' });
  });

  it('is noticed when it changes between the two readings', async () => {
    const path = await folder.file(
      `${HEADER}1,mask,,1,2011-01-01,5,7,France\n1,mask,,1,2011-01-01,5,7,France\n`,
    );
    const scan = await scanVisits({ path }, MAPPING);
    const other = await folder.file(`${HEADER}1,mask,,1,2011-01-01,5,7,France\n`);
    const reading = async () => {
      for await (const batch of readVisits({ path: other }, MAPPING, scan)) expect(batch.visits).toEqual([]);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'changed-file' });
  });
});

interface Bill {
  readonly whole: Pick<Taken, 'kind' | 'storeKey' | 'clientKey'>;
  readonly lines: readonly Pick<Taken, 'occurredAtLocal' | 'amountMinor'>[];
}

/** The rows of bills in this order, which says for each row of the file whose next line it is. */
const rowsIn = (bills: readonly Bill[], order: readonly number[]): Taken[] => {
  const next = bills.map(() => 0);
  return order.map((at, place) => ({
    ...bills[at]!.whole,
    ...bills[at]!.lines[next[at]!++]!,
    visitKey: String(at),
    row: place + 2,
    item: 'mask',
    description: '',
    quantity: 1,
  }));
};

const grouped = async (rows: readonly Taken[], batchSize: number): Promise<Grouped[]> => {
  const byNumber = new Map<number, Interpreted>(rows.map((row) => [row.row, row]));
  const scan = await scanRows(oneBatch(rows.map(({ row }) => ({ number: row, cells: {} }))), ({ number }) =>
    byNumber.get(number)!,
  );
  const visits = grouping(scan);
  const given: Grouped[] = [];
  for (let at = 0; at < rows.length; at += batchSize)
    given.push(...visits.take(rows.slice(at, at + batchSize)).visits);
  expect(visits.open()).toBe(0);
  return given;
};

async function* oneBatch<T>(batch: T): AsyncGenerator<T> {
  yield batch;
}

/** Without row numbers, which depend on where in the file a row lies. */
const content = (visits: readonly Grouped[]) =>
  visits
    .map(({ lastRow: _, lines, ...visit }) => ({
      ...visit,
      lines: lines.map(({ row: __, ...line }) => line),
    }))
    .sort((a, b) => Number(a.key) - Number(b.key));

describe('visits whose rows lie among each other', () => {
  const bill: fc.Arbitrary<Bill> = fc.record({
    whole: fc.record({
      kind: fc.constantFrom('sale' as const, 'return' as const),
      storeKey: fc.constantFrom('Pudong', 'Xuhui'),
      clientKey: fc.constantFrom(null, 'a', 'b'),
    }),
    lines: fc.array(
      fc.record({
        occurredAtLocal: fc.integer({ min: 10, max: 59 }).map((minute) => `2026-01-01T10:${minute}:00`),
        amountMinor: fc.nat(9_999),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  });
  const history = fc.array(bill, { minLength: 1, maxLength: 8 }).chain((bills) => {
    const owners = bills.flatMap(({ lines }, at) => lines.map(() => at));
    const order = fc.shuffledSubarray(owners, { minLength: owners.length });
    return fc.record({ bills: fc.constant(bills), order, batchSize: fc.integer({ min: 1, max: 7 }) });
  });

  it('are those of the sorted file, in the order in which they end', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ bills, order, batchSize }) => {
        const sorted = [...order].sort((a, b) => a - b);
        const mixed = await grouped(rowsIn(bills, order), batchSize);
        expect(content(mixed)).toEqual(content(await grouped(rowsIn(bills, sorted), batchSize)));
        const ends = mixed.map(({ lastRow }) => lastRow);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
      }),
    );
  });

  it('may share their number with a return', async () => {
    const rows = rowsIn(
      [
        { whole: { kind: 'sale', storeKey: 'Pudong', clientKey: 'a' }, lines: aLine(2) },
        { whole: { kind: 'return', storeKey: 'Pudong', clientKey: 'a' }, lines: aLine(2) },
      ],
      [0, 1, 0, 1],
    ).map((row) => ({ ...row, visitKey: '7' }));
    expect((await grouped(rows, 4)).map(({ key, kind, lines }) => [key, kind, lines.length])).toEqual([
      ['7', 'sale', 2],
      ['7', 'return', 2],
    ]);
  });
});

const aLine = (times: number): Bill['lines'] =>
  Array.from({ length: times }, () => ({ occurredAtLocal: '2026-01-01T10:00:00', amountMinor: 100 }));
