import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { databaseName, projectRoot, withDatabase } from '#libs/service';
import { eventually, freshBaseUrl } from '#libs/testing';
import { behind } from '../behind.js';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const fixture = join(projectRoot(), 'services/imports/test/fixtures/retail-cut.csv');
const mappingText = readFileSync(join(projectRoot(), 'services/imports/mappings/online-retail.json'), 'utf8');

/** What a page answers; each test looks at some of it. */
interface Answer {
  status: string;
  result: Record<string, number>;
  rows: { storeId: string }[];
  totals: Record<string, number>;
  items: object[];
}

/** Counted by a script that shares no code with the platform. */
const counted = JSON.parse(
  execFileSync('node', [join(projectRoot(), 'tests/history/count-retail.mjs'), fixture], {
    encoding: 'utf8',
  }),
) as { totals: Record<string, number>; stores: Record<string, Record<string, number>> };

describe('history from a spreadsheet', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-history-'));
  const databaseUrl = freshBaseUrl();
  let platform: PlatformProcess;

  beforeAll(async () => {
    platform = await startPlatformProcess({
      env: { DATABASE_URL: databaseUrl, LIREN_DATA: dataFolder, LIREN_IMPORT_MEGABYTES: '20' },
    });
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const send = async (file: Buffer, mapping = mappingText, name = 'history.csv') => {
    const form = new FormData();
    form.set('mapping', mapping);
    form.set('file', new Blob([new Uint8Array(file)]), name);
    const answer = await platform.fetch('/v1/imports', { method: 'POST', body: form });
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, never> & { importId: string },
    };
  };
  const get = async (path: string) => (await platform.fetch(path)).json() as Promise<Answer>;
  const over = (importId: string) =>
    eventually(async () => {
      const page = await get(`/v1/imports/${importId}`);
      expect(page.status).toBe('completed');
      return page;
    });
  const heads = () => Promise.all(['stores', 'clients', 'visits', 'membership', 'imports'].map(headOf));
  /** Once all have heard of everything, and nobody had anything more to say of it. */
  const settledHeads = () =>
    eventually(async () => {
      const before = await heads();
      expect(await behind(databaseUrl)).toEqual([]);
      expect(await heads()).toEqual(before);
      return before;
    });
  /** Those that the end of an import has counted. */
  const refusedRows = (importId: string, count: number) =>
    eventually(async () => {
      const { items } = await get(`/v1/imports/${importId}/refused-rows`);
      expect(items).toHaveLength(count);
      return items as { row: number; code: string; reason: string }[];
    });
  const headOf = async (service: string): Promise<number> => {
    const client = new pg.Client({
      connectionString: withDatabase(databaseUrl, databaseName(databaseUrl, service)),
    });
    await client.connect();
    const { rows } = await client.query<{ position: string }>('select position from head');
    await client.end();
    return Number(rows[0]!.position);
  };

  it('is in the report as counted straight from the file, store by store', async () => {
    const { status, body } = await send(readFileSync(fixture));
    expect(status).toBe(202);
    const page = await over(body.importId);
    expect(page.result).toEqual({
      rows: counted.totals['rows'],
      visits: counted.totals['visits'],
      returns: counted.totals['returns'],
      refused: counted.totals['refusedRows'],
    });
    await eventually(async () => {
      const { rows, totals } = await get('/v1/reports/store-comparison');
      const { grossMinor, returnsMinor, netMinor, visits, clients, saleLines, returnLines } = counted.totals;
      expect(totals).toMatchObject({
        grossMinor,
        returnsMinor,
        netMinor,
        visits,
        clients,
        saleLines,
        returnLines,
      });
      for (const row of rows) {
        const { returns: _, ...figures } = counted.stores[row.storeId]!;
        expect(row).toMatchObject(figures);
      }
    });
  });

  it('lists the rows that were not taken, with their reasons', async () => {
    const { body } = await send(readFileSync(fixture));
    const items = await refusedRows(body.importId, counted.totals['refusedRows']!);
    expect(items[0]).toEqual({
      row: expect.any(Number),
      code: expect.any(String),
      reason: expect.any(String),
    });
  });

  it('changes nothing when the same file is sent again', async () => {
    await over((await send(readFileSync(fixture))).body.importId);
    const before = await settledHeads();
    await over((await send(readFileSync(fixture))).body.importId);
    expect(await settledHeads()).toEqual(before);
  });

  it('changes no visit when the same rows come in another file', async () => {
    const before = await settledHeads();
    await over((await send(gzipSync(readFileSync(fixture)), mappingText, 'history.csv.gz')).body.importId);
    const [stores, clients, visits, membership] = await settledHeads();
    expect([stores, clients, visits, membership]).toEqual(before.slice(0, 4));
  });

  it('leaves out the rows at fault and no others, whoever finds the fault', async () => {
    const row = (invoice: string, price: string, day = '2011-03-01', store = 'France') =>
      `${invoice},mask,Mask,1,${day} 10:00:00,${price},77001,${store}`;
    const file = [
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      row('950001', '12.50'),
      row('950002', '12.50', '2011-03-01', 'Fra/nce?'),
      row('950003', '12.50', '0000-01-01'),
      row('950004', '9000000000'),
      row('950004', '9000000000'),
      row('950005', '12.50', '2999-01-01'),
      row('950006', '99999999999999'),
      row('950007', '12.50'),
      row('900004', '12.50'), // a bill of the history above, told otherwise
    ].join('\n');
    const { body } = await send(Buffer.from(file));
    const { result } = await over(body.importId);
    expect(result).toMatchObject({ refused: 7 });
    const items = await refusedRows(body.importId, 7);
    expect(items.map(({ row: number, code }) => [number, code])).toEqual([
      [3, 'store-not-opened'],
      [4, 'not-a-time'],
      [5, 'bill-too-large'],
      [6, 'bill-too-large'],
      [7, 'in-the-future'],
      [8, 'amount-too-large'],
      [10, 'visit-recorded-differently'],
    ]);
  });

  it.each([
    [
      'a file of another encoding',
      Buffer.from('InvoiceNo\n\xff\xfe caf\xe9', 'latin1'),
      'history.csv',
      /UTF-8|utf-8|encod/,
    ],
    ['a missing column', Buffer.from('InvoiceNo,StockCode\n1,2\n'), 'history.csv', /Quantity/],
    ['an XLSX that is no zip', Buffer.from('this is no workbook'), 'history.xlsx', /XLSX|workbook|zip/i],
    ['an empty file', Buffer.alloc(0), 'history.csv', /empty/],
    ['a name of another kind', Buffer.from('InvoiceNo\n1\n'), 'history.exe', /must end in .csv/],
  ])('refuses %s, says why, and records nothing', async (_what, file, name, why) => {
    const before = await settledHeads();
    const { status, body } = await send(file, mappingText, name);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(why);
    expect(await heads()).toEqual(before);
  });

  it('refuses an upload that breaks off, and keeps nothing of it', async () => {
    const answer = await platform.fetch('/v1/imports', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\nInvoiceNo',
    });
    expect(await answer.json()).toMatchObject({ status: 400, code: 'malformed' });
    await send(readFileSync(fixture), 'no mapping');
    expect(readdirSync(join(dataFolder, 'imports'))).toEqual([]);
  });

  it('keeps an upload under a name of its own, whatever the file is called', async () => {
    for (const name of ['../../../evil.csv', '/tmp/evil.csv', 'evil\0.csv']) {
      const { status } = await send(Buffer.from('InvoiceNo,StockCode\n1,2\n'), mappingText, name);
      expect(status).toBe(400); // for its columns
    }
    const names = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.includes('evil'))).toEqual([]);
    expect(existsSync(join(dataFolder, '../../evil.csv'))).toBe(false);
  });

  it('refuses a file that is larger than it may be, and keeps nothing of it', async () => {
    const { status, body } = await send(Buffer.alloc(20 * 1024 ** 2 + 1, 'x'));
    expect([status, body.code]).toEqual([413, 'too-large']);
    expect(readdirSync(join(dataFolder, 'imports'))).toEqual([]);
  });

  it('refuses a mapping with every fault named', async () => {
    const { status, body } = await send(readFileSync(fixture), '{"source":"x"}');
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(/columns/);
  });
});
