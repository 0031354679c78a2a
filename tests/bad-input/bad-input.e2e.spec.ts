import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshBaseUrl } from '#libs/testing';
import { startPlatformProcess, type PlatformProcess } from '../platform-process.js';
import { headsAtRest, headsOf } from './heads.js';

interface Problem {
  status: number;
  code: string;
  errors?: { field: string; faults: string[] }[];
}
type Expected = readonly [status: number, code: string, field?: string];

const VISIT = '0190a000-0000-7000-8000-00000000000a';
const OTHER_VISIT = '0190a000-0000-7000-8000-00000000000b';
const OLD_VISIT = '0190a000-0000-7000-8000-00000000000c';
const RETURN = '0190a000-0000-7000-8000-00000000000d';
const NOBODY = '0190a000-0000-7000-8000-0000000000ff';
const DAY_MS = 24 * 60 * 60 * 1_000;
const line = { itemId: 'facial-60', paidMinor: 10_000 };
const aVisit = (more: object = {}) => ({ storeId: 'sh-01', lines: [line], ...more });

describe('bad input', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-bad-input-'));
  const databaseUrl = freshBaseUrl();
  let platform: PlatformProcess;
  let anna: string;

  const send = async (path: string, body: string | object, headers: Record<string, string> = {}) => {
    const answer = await platform.fetch(`/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const type = answer.headers.get('content-type')?.split(';')[0];
    return { type, status: answer.status, body: (await answer.json()) as Problem & Record<string, string> };
  };
  const taken = async (path: string, body: object, headers = {}) => {
    const { status, body: answer } = await send(path, body, headers);
    expect([path, status, answer.code]).toEqual([path, 201, undefined]);
    return answer;
  };
  /** A precise problem, and every log as it was. */
  const refused = async (
    { type, status, body }: Awaited<ReturnType<typeof send>>,
    [expectedStatus, code, field]: Expected,
    before: object,
  ): Promise<void> => {
    expect([status, body.code, type]).toEqual([expectedStatus, code, 'application/problem+json']);
    if (field !== undefined) expect(body.errors!.map((error) => error.field)).toContain(field);
    expect(await headsOf(databaseUrl)).toEqual(before);
  };

  beforeAll(async () => {
    platform = await startPlatformProcess({ env: { DATABASE_URL: databaseUrl, LIREN_DATA: folder } });
    const store = { storeId: 'sh-01', name: 'Jing’an', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await taken('stores', store);
    anna = (await taken('clients', { storeId: 'sh-01', phone: '13800138000' }))['clientId']!;
    await eventually(() => taken('visits', aVisit({ visitId: VISIT, clientId: anna })));
    await taken('visits', aVisit({ visitId: OTHER_VISIT, lines: [line, line] }), { 'idempotency-key': 'k1' });
    const completedAt = new Date(Date.now() - 30 * DAY_MS).toISOString();
    await taken('visits', aVisit({ visitId: OLD_VISIT, completedAt }));
    await taken(`visits/${OTHER_VISIT}/returns`, { returnId: RETURN, lines: [{ lineId: '1' }] });
    await eventually(async () => {
      const heads = await headsOf(databaseUrl);
      expect(Number(heads['membership'])).toBeGreaterThanOrEqual(2); // enrolled, and earned
      for (const service of ['follow-ups', 'referrals']) expect(Number(heads[service])).toBeGreaterThan(0);
      const visits = await (await platform.fetch(`/v1/clients/${anna}/visits`)).json();
      expect(visits).toMatchObject({ items: [{ id: VISIT }] });
    });
    await headsAtRest(databaseUrl);
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each<[string, string | object, Expected]>([
    ['that is no JSON', '{"storeId":', [400, 'malformed']],
    ['that is empty', '', [400, 'malformed']],
    ['that is a list', [aVisit()], [400, 'malformed']],
    ['nested without end', `{"lines":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, [400, 'malformed']],
    ['with a field nobody knows', aVisit({ colour: 'red' }), [400, 'malformed', 'colour']],
    [
      'with text for money',
      aVisit({ lines: [{ ...line, paidMinor: '100' }] }),
      [400, 'malformed', 'lines.0.paidMinor'],
    ],
    [
      'with negative money',
      aVisit({ lines: [{ ...line, paidMinor: -1 }] }),
      [400, 'malformed', 'lines.0.paidMinor'],
    ],
    [
      'with half a fen',
      aVisit({ lines: [{ ...line, paidMinor: 0.5 }] }),
      [400, 'malformed', 'lines.0.paidMinor'],
    ],
    [
      'with money without end',
      aVisit({ lines: [{ ...line, paidMinor: 1e21 }] }),
      [400, 'malformed', 'lines.0.paidMinor'],
    ],
    ['with no lines', aVisit({ lines: [] }), [400, 'malformed', 'lines']],
    ['with a list for a line', aVisit({ lines: [[line]] }), [400, 'malformed', 'lines']],
    [
      'with an item that is blank',
      aVisit({ lines: [{ ...line, itemId: '  ' }] }),
      [400, 'malformed', 'lines.0.itemId'],
    ],
    [
      'with NUL in a text',
      aVisit({ lines: [{ ...line, itemId: 'a\0' }] }),
      [400, 'malformed', 'lines.0.itemId'],
    ],
    [
      'with half a character',
      aVisit({ lines: [{ ...line, itemId: '\ud800' }] }),
      [400, 'malformed', 'lines.0.itemId'],
    ],
    [
      'with a time that is none',
      aVisit({ completedAt: '2026-02-30T10:00:00Z' }),
      [400, 'malformed', 'completedAt'],
    ],
    [
      'of next week',
      aVisit({ completedAt: new Date(Date.now() + 7 * DAY_MS).toISOString() }),
      [409, 'in-the-future'],
    ],
    ['in a store that is a path', aVisit({ storeId: '../staff' }), [400, 'malformed', 'storeId']],
    ['in a store that is an address', aVisit({ storeId: 'http://x' }), [400, 'malformed', 'storeId']],
    ['in a store nobody opened', aVisit({ storeId: 'nowhere' }), [404, 'unknown-store']],
    [
      'whose payments differ',
      aVisit({ payments: [{ method: 'cash', amountMinor: 1 }] }),
      [409, 'payments-differ'],
    ],
    ['told otherwise before', aVisit({ visitId: VISIT.toUpperCase() }), [409, 'visit-recorded-differently']],
  ])('is refused: a visit %s', async (_what, body, expected) => {
    const before = await headsOf(databaseUrl);
    await refused(await send('visits', body), expected, before);
  });

  it.each<[string, string, object, Expected]>([
    ['of a visit nobody knows', NOBODY, { lines: [{ lineId: '1' }] }, [404, 'unknown-visit']],
    ['under an id that is none', 'x', { lines: [{ lineId: '1' }] }, [400, 'malformed', 'visitId']],
    ['of more than was bought', VISIT, { lines: [{ lineId: '1', quantity: 2 }] }, [409, 'more-than-bought']],
    ['of another visit’s line', VISIT, { lines: [{ lineId: '2' }] }, [409, 'line-not-of-visit']],
    ['of what came back already', OTHER_VISIT, { lines: [{ lineId: '1' }] }, [409, 'more-than-bought']],
    ['after the policy’s days', OLD_VISIT, { lines: [{ lineId: '1' }] }, [409, 'return-too-late']],
    [
      'told otherwise before',
      OTHER_VISIT,
      { returnId: RETURN, lines: [{ lineId: '2' }] },
      [409, 'return-recorded-differently'],
    ],
    [
      'of next week',
      VISIT,
      { lines: [{ lineId: '1' }], returnedAt: new Date(Date.now() + 6 * DAY_MS).toISOString() },
      [409, 'in-the-future'],
    ],
  ])('is refused: a return %s', async (_what, visitId, body, expected) => {
    const before = await headsOf(databaseUrl);
    await refused(await send(`visits/${visitId}/returns`, body), expected, before);
  });

  it('is refused: what was asked for before, and what would be somebody twice', async () => {
    const before = await headsOf(databaseUrl);
    const key = { 'idempotency-key': 'k1' };
    const introduce = (introducerId: string, introducedId: string) => ({
      introducerId,
      introducedId,
      storeId: 'sh-01',
    });
    const store = { storeId: 'SH-01', name: 'Again', timeZone: 'Asia/Shanghai', currency: 'CNY' };
    await refused(
      await send('visits', aVisit({ visitId: OTHER_VISIT }), key),
      [422, 'idempotency-key-reused'],
      before,
    );
    await refused(await send('stores', { ...store, storeId: 'sh-01' }), [409, 'store-already-open'], before);
    await refused(await send('stores', store), [409, 'already-taken'], before);
    await refused(
      await send('clients', { storeId: 'sh-01', phone: '138-0013-8000' }),
      [409, 'client-already-registered'],
      before,
    );
    await refused(
      await send('referrals', introduce(anna, anna.toUpperCase())),
      [409, 'self-referral'],
      before,
    );
    await refused(await send('referrals', introduce(NOBODY, anna)), [409, 'existing-client'], before);
    await refused(await send(`complaints/${NOBODY}/answer`, {}), [404, 'unknown-complaint'], before);
  });

  it('is refused: a body of 50 MB, and one that is no JSON at all', async () => {
    const before = await headsOf(databaseUrl);
    await refused(await send('visits', ' '.repeat(50 * 1024 * 1024)), [413, 'too-large'], before);
    await refused(
      await send('visits', 'x', { 'content-type': 'text/plain' }),
      [415, 'unsupported-content'],
      before,
    );
  });

  it('is logged for nobody’s eyes but the owner’s', () => {
    expect(statSync(join(folder, 'liren.log')).mode & 0o777).toBe(0o600);
  });

  it('has one effect when two want the same: one writer of two, and one return of twenty', async () => {
    const { visitId } = await taken('visits', aVisit());
    const asked = Array.from({ length: 20 }, () =>
      send(`visits/${visitId}/returns`, { lines: [{ lineId: '1' }] }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, ...Array<number>(19).fill(409)]);
    const stale = await send(
      `visits/${visitId}/returns`,
      { lines: [{ lineId: '1' }] },
      { 'if-match': '"1"' },
    );
    expect([stale.status, stale.body.code]).toEqual([412, 'version-lost']);
  });
});
