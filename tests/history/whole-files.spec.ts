import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECTION_NAMES, type FileFields } from '#contracts/clients/file-sections';
import { projectRoot } from '#libs/service';
import { eventually, freshBaseUrl } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';

const MAPPING = readFileSync(join(projectRoot(), 'services/imports/mappings/exported-files.json'), 'utf8');

/** One who says something in every section, in every kind of field. */
const WHOLE: FileFields = {
  person: { sex: 'female', birthday: '1985-05-01', age: 40, hobbies: ['茶; 咖啡', 'yoga\\pilates'] },
  circumstances: { address: '静安区\n南京西路 1 号', maritalStatus: 'married' },
  'beauty-history': { hadSalonCare: false, effect: '=SUM(A1)' },
  'skin-diagnosis': { skinType: 'dry', problems: ['acne', 'scars'], analysis: 'said "so, so"' },
  'care-plan': { focus: "'+补水", products: ['精华'], plan: '- 每周一次' },
  preferences: { careTendency: 'leisure', taboos: ['_x0041_'] },
  'talking-points': { family: '两个孩子', topics: ['旅行'] },
  acquisition: { source: '朋友', cameBefore: true, entry: 'paying' },
  qualification: { need: true, means: false, other: '?' },
  preparation: { realNeed: '祛斑', whoDecides: '她自己' },
  departure: { problem: '太远', opinion: '好' },
  questionnaire: { needs: ['美白'], budget: 'middle', answeredOn: '2026-02-28' },
  character: { personalities: ['passive'], buyingTypes: ['fear'], buyingHabits: '慢' },
};
const PEOPLE = [
  { name: '王芳', phone: '+86 138 0000 0001', memberNumber: 'M-1', email: 'fang@example.com', file: WHOLE },
  { name: '李娜', phone: '13800000002', file: { person: { age: 30 } } },
  { name: '陈静', memberNumber: 'M-3' },
];

const json = (method: string, body: object) => ({
  ...{ method, headers: { 'content-type': 'application/json' } },
  body: JSON.stringify(body),
});

interface Answer {
  readonly importId: string;
  readonly status: string;
  readonly result: Readonly<Record<string, number>>;
  readonly items: readonly { clientId: string; version: number; code: string; reason: string }[];
}

/** All that an export says but the ids by which a chain knows its own, in any order. */
const rowsIn = (csv: Buffer): string[] =>
  csv
    .toString()
    .split(/\r\n(?=[\w-]{36},)/)
    .map((row) => row.replace(/^[\w-]{36},/, '').trim())
    .sort();

type Chain = PlatformProcess;

describe('whole client files, from one chain to another', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'liren-whole-files-'));
  let chain: Chain;
  /** What left the chain before. */
  let csv: Buffer;
  let xlsx: Buffer;

  const started = async (name: string): Promise<Chain> => {
    const env = { DATABASE_URL: freshBaseUrl(), LIREN_DATA: join(dataFolder, name) };
    const platform = await startPlatformProcess({ env });
    const store = { storeId: 'sh-01', name: 'Jing’an', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await platform.fetch('/v1/stores', json('POST', store));
    return platform;
  };
  beforeAll(async () => {
    const before = await started('before');
    const clients = PEOPLE.map((person) => ({
      ...{ ...person, clientId: randomUUID(), storeId: 'sh-01', registeredAt: '2020-05-01T02:03:04Z' },
    }));
    await before.fetch('/v1/clients/batch', json('POST', { clients }));
    await consents(before, clients[0]!.clientId);
    csv = await takenOut(before, 'csv');
    xlsx = await takenOut(before, 'xlsx');
    await before.stop();
    chain = await started('after');
  });
  afterAll(async () => {
    await chain.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  /** So that what tells of her health may leave. */
  const consents = async ({ fetch }: Chain, clientId: string): Promise<void> => {
    const given = { purpose: 'health', textVersion: 'health-1', channel: 'paper' };
    const answer = await fetch(`/v1/clients/${clientId}/consents`, json('POST', given));
    expect(answer.status).toBe(201);
  };
  const takenOut = async ({ fetch }: Chain, format: 'csv' | 'xlsx'): Promise<Buffer> => {
    const asked = { format, reason: 'other-system', sections: SECTION_NAMES };
    const answer = await fetch('/v1/client-exports', json('POST', asked));
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const get = async (path: string) => (await chain.fetch(path)).json() as Promise<Answer>;
  const broughtIn = async (file: Buffer, name: string) => {
    const form = new FormData();
    form.set('mapping', MAPPING);
    form.set('file', new Blob([new Uint8Array(file)]), name);
    const answer = await chain.fetch('/v1/imports', { method: 'POST', body: form });
    const { importId } = (await answer.json()) as Answer;
    const { result } = await eventually(async () => {
      const page = await get(`/v1/imports/${importId}`);
      expect(page.status).toBe('completed');
      return page;
    });
    const refused = await eventually(async () => {
      const { items } = await get(`/v1/imports/${importId}/refused-rows`);
      expect(items).toHaveLength(result['refused']!);
      return items;
    });
    return { result, refused };
  };
  const fang = async () => (await get('/v1/clients?memberNumber=M-1')).items[0]!;

  it('are the same there, with all their sections', async () => {
    const { result, refused } = await broughtIn(xlsx, 'files.xlsx');
    expect(refused).toEqual([]);
    expect(result).toMatchObject({ rows: 3, clients: 3 });
    const closed = (await takenOut(chain, 'csv')).toString();
    expect(closed).not.toContain('acne'); // kept, and closed until she consents here
    await consents(chain, (await fang()).clientId);
    const rows = rowsIn(await takenOut(chain, 'csv'));
    expect(rows).toEqual(rowsIn(csv));
    expect(rows.join()).toContain('茶\\; 咖啡; yoga\\\\pilates');
  });

  it('are not changed when they are brought again, as another kind of file', async () => {
    const { version } = await fang();
    const { result } = await broughtIn(csv, 'files.csv');
    expect(result).toMatchObject({ rows: 3, clients: 3, refused: 0 });
    expect(await fang()).toMatchObject({ version });
  });

  it('keep what the desk wrote meanwhile; the report says of whom, and where', async () => {
    const { clientId } = await fang();
    const person = { ...WHOLE.person, age: 41 };
    await chain.fetch(`/v1/clients/${clientId}/file/person`, json('PUT', person));
    const before = await takenOut(chain, 'csv');
    const { result, refused } = await broughtIn(Buffer.concat([csv, Buffer.from('\r\n')]), 'files.csv');
    expect(result).toMatchObject({ rows: 3, clients: 2, refused: 1 });
    const reason = 'Her file says something else already; nothing of it was changed. (person)';
    expect(refused).toMatchObject([{ code: 'file-written-already', reason }]);
    expect(await takenOut(chain, 'csv')).toEqual(before);
  });
});
