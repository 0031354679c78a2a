import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl } from '#libs/testing';
import { aWorkbook } from '../../services/imports/test/fixtures/workbook.builders.js';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const MAPPING = {
  kind: 'clients',
  source: 'paper-files',
  timeZone: 'Asia/Shanghai',
  stores: { 静安: 'sh-01' },
  columns: {
    key: '编号',
    store: '店',
    name: '姓名',
    phone: '手机',
    memberNumber: '卡号',
    email: '邮箱',
    registeredAt: { column: '建档日期' },
  },
  file: {
    'person.sex': { column: '性别', values: { 女: 'female' } },
    'preferences.taboos': { column: '忌讳', separator: '、' },
  },
};
const HEADER = ['编号', '店', '姓名', '手机', '卡号', '邮箱', '建档日期', '性别', '忌讳'];

const GOOD = [
  ['1', '静安', '王芳', '+86 138 0000 0001', 'M-1', 'fang@example.com', '2020-05-01', '女', '玫瑰、酒精'],
  ['2', '静安', '李娜', '13800000002', '', '', '', '', ''],
  ['3', 'sh-01', '陈静', '', 'M-3', '', '2021-01-02', '', ''],
];
const BAD = [
  ['4', '静安', '赵敏', 'no phone', '', '', '', '', ''],
  ['5', '杭州', '孙丽', '13800000005', '', '', '', '', ''],
  ['6', '静安', '周梅', '138-0000-0001', '', '', '', '', ''],
  ['7', '静安', '吴丹', '13800000007', '', 'nowhere', '', '', ''],
  ['8', '静安', '郑洁', '13800000008', '', '', '', '不详', ''],
];
const csvOf = (rows: readonly string[][]) => [HEADER, ...rows].map((row) => row.join(',')).join('\n');

interface Answer {
  status: string;
  result: Record<string, number>;
  items: { row: number; code: string; reason: string; clientId: string }[];
  importId: string;
}

describe('client files from a spreadsheet', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-client-files-'));
  let platform: PlatformProcess;
  beforeAll(async () => {
    platform = await startPlatformProcess({ env: { DATABASE_URL: freshBaseUrl(), LIREN_DATA: dataFolder } });
    const store = { storeId: 'sh-01', name: 'Jing’an', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await platform.fetch('/v1/stores', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(store),
    });
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const get = async (path: string) => (await platform.fetch(path)).json() as Promise<Answer>;
  /** Sends a file, waits until it is over, and says what became of it. */
  const importOf = async (file: string | Buffer, { dryRun = false, name = 'files.csv' } = {}) => {
    const form = new FormData();
    form.set('mapping', JSON.stringify(MAPPING));
    form.set('dryRun', String(dryRun));
    form.set('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), name);
    const answer = await platform.fetch('/v1/imports', { method: 'POST', body: form });
    expect(answer.status).toBe(202);
    const { importId } = (await answer.json()) as Answer;
    const page = await eventually(async () => {
      const found = await get(`/v1/imports/${importId}`);
      expect(found).toMatchObject({ status: 'completed', dryRun });
      return found;
    });
    const items = await eventually(async () => {
      const rows = (await get(`/v1/imports/${importId}/refused-rows`)).items;
      expect(rows).toHaveLength(page.result['refused']!);
      return rows;
    });
    return { result: page.result, refused: items.map(({ row, code }) => [row, code]), items };
  };
  const withPhone = async (phone: string) =>
    (await get(`/v1/clients?phone=${encodeURIComponent(phone)}`)).items;

  it('are tried out without keeping anything', async () => {
    const { result, refused, items } = await importOf(csvOf([...GOOD, ...BAD]), { dryRun: true });
    expect(result).toMatchObject({ rows: 8, clients: 4, refused: 4 });
    expect(refused).toEqual([
      [5, 'malformed'],
      [6, 'unknown-store'],
      [8, 'malformed'],
      [9, 'malformed'],
    ]);
    expect(items[0]!.reason).toBe('phone must be a phone number');
    expect(items[3]!.reason).toBe('"性别" must be one of female, male, other');
    expect(await withPhone('13800000002')).toEqual([]);
  });

  it('become clients, but for those that are at fault or known already', async () => {
    const { result, refused } = await importOf(csvOf([...GOOD, ...BAD]));
    expect(result).toMatchObject({ rows: 8, clients: 3, refused: 5 });
    expect(refused).toEqual([
      [5, 'malformed'],
      [6, 'unknown-store'],
      [7, 'client-known-already'],
      [8, 'malformed'],
      [9, 'malformed'],
    ]);
    expect(await withPhone('13800000008')).toEqual([]); // her phone was right, and she is not half there
    expect(await withPhone('138 0000 0001')).toMatchObject([
      {
        name: '王芳',
        memberNumber: 'M-1',
        email: 'fang@example.com',
        storeId: 'sh-01',
        since: '2020-04-30T16:00:00.000Z',
      },
    ]);
    const [fang] = await withPhone('138 0000 0001');
    expect(await get(`/v1/clients/${fang!.clientId}`)).toMatchObject({
      file: { person: { sex: 'female' }, preferences: { taboos: ['玫瑰', '酒精'] } },
    });
    expect(readdirSync(join(dataFolder, 'imports'))).toEqual([]);
  });

  it('are the same clients when the same people come in another file, of another kind', async () => {
    const [before] = await withPhone('13800000002');
    const workbook = aWorkbook({ sheets: { 顾客: [HEADER, ...GOOD] } });
    const { result } = await importOf(workbook, { name: 'files.xlsx' });
    expect(result).toMatchObject({ rows: 3, clients: 3, refused: 0 });
    expect(await withPhone('13800000002')).toEqual([before]);
  });

  it('say in a trial who is known already', async () => {
    const known = [...GOOD[1]!];
    known[0] = '99';
    const { refused } = await importOf(csvOf([known]), { dryRun: true });
    expect(refused).toEqual([[2, 'client-known-already']]);
  });
});
