import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BreachedPasswordsQuery } from './breached-passwords.query.js';
import { PasswordsQuery } from './passwords.query.js';

const sha1 = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();
const BREACHED = Array.from({ length: 2_000 }, (_, at) => `breached, ${at} times`);
const OTHERS = Array.from({ length: 500 }, (_, at) => `of nobody, ${at} times`);
const LINES = BREACHED.map((one, at) => `${sha1(one)}:${at * at * 977 + 1}`).sort();

describe('passwords that were breached', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-breached-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileWith = (text: string): BreachedPasswordsQuery => {
    const path = join(folder, 'hashes.txt');
    writeFileSync(path, text);
    return new BreachedPasswordsQuery(path);
  };
  const found = async (query: BreachedPasswordsQuery, passwords: readonly string[]): Promise<string[]> => {
    const all = await Promise.all(passwords.map(async (one) => ((await query.has(one)) ? [one] : [])));
    return all.flat();
  };

  it.each([
    ['with a last line that ends', `${LINES.join('\n')}\n`],
    ['with a last line that does not', LINES.join('\n')],
    ['of Windows', `${LINES.join('\r\n')}\r\n`],
    ['in small letters', LINES.join('\n').toLowerCase()],
  ])('are found in a file %s, each of them, and no other', async (_kind, text) => {
    const query = fileWith(text);
    expect(await found(query, BREACHED)).toEqual(BREACHED);
    expect(await found(query, OTHERS)).toEqual([]);
  });

  it.each([0, 1, 2, 3])('are found in a file of %s', async (count) => {
    const few = BREACHED.slice(0, count);
    const query = fileWith(
      few
        .map((one) => `${sha1(one)}:1\n`)
        .sort()
        .join(''),
    );
    expect(await found(query, BREACHED.slice(0, 50))).toEqual(few);
  });

  it('are found in a folder of ranges, named with and without .txt; what only fills one up is none', async () => {
    const ranges = join(folder, 'ranges');
    mkdirSync(ranges);
    const rest = (password: string) => sha1(password).slice(5);
    const name = (password: string) => join(ranges, sha1(password).slice(0, 5));
    const [one, two, padded, other] = ['breached one', 'breached two', 'only padding', 'of nobody'];
    writeFileSync(`${name(one)}.txt`, `0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n${rest(one)}:12\r\n`);
    writeFileSync(name(two), `${rest(two)}:1`);
    writeFileSync(name(padded), `${rest(padded)}:0\r\n`);
    writeFileSync(name(other), '0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n');
    const query = new BreachedPasswordsQuery(ranges);
    expect(await found(query, [one, two, padded, other])).toEqual([one, two]);
    await expect(query.has('in a range that was not downloaded')).rejects.toMatchObject({
      ...{ status: 503, cause: { code: 'ENOENT' } },
    });
  });

  it('are not looked for in other lines: that is said, also of eight gigabytes, which are never read whole', async () => {
    const path = join(folder, 'long.txt');
    writeFileSync(path, `${LINES.join('\n')}\n`);
    truncateSync(path, 8 * 1024 ** 3); // what follows is a hole: no line of hashes
    await expect(new BreachedPasswordsQuery(path).has('any')).rejects.toMatchObject({
      ...{ status: 503, cause: { message: 'These are not lines of hashes.' } },
    });
  });

  it('are refused as they were written', async () => {
    const passwords = new PasswordsQuery(fileWith(`${sha1('Breached Elsewhere 7')}:2\n`));
    await expect(passwords.check('Breached Elsewhere 7', [])).rejects.toMatchObject({
      ...{ code: 'password-too-easy', context: { why: expect.stringContaining('breached') } },
    });
    await passwords.check('breached elsewhere 7', []);
  });

  it('are no collection where no place is named, and no start where nothing is there', async () => {
    expect(await new BreachedPasswordsQuery(undefined).has('breached, 1 times')).toBe(false);
    expect(() => new BreachedPasswordsQuery(join(folder, 'nowhere'))).toThrow(/LIREN_BREACHED_PASSWORDS/);
  });
});
