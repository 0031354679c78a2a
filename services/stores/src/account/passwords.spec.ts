import { dictionary } from '@zxcvbn-ts/language-common';
import { BreachedPasswordsQuery } from './breached-passwords.query.js';
import { PasswordsQuery, SHORTEST } from './passwords.query.js';

const passwords = new PasswordsQuery(new BreachedPasswordsQuery(undefined));
const own = ['lina', '李娜'];

describe('a password', () => {
  it.each([
    ['too short', 'k7#Qp2x', 'fewer than 8'],
    ['one of those tried first', 'Password1', 'tried first'],
    ['one character again and again', 'aaaaaaaaaaaa', 'repeats'],
    ['the login and little else', 'lina2026', 'little more than'],
    ['the name of the house and little else', 'Liren-1', 'fewer than 8'],
    ['the house and the login', 'LirenLina1', 'little more than'],
  ])('that is %s is refused', async (_what, password, why) => {
    await expect(passwords.check(password, own)).rejects.toMatchObject({
      code: 'password-too-easy',
      context: { why: expect.stringContaining(why) },
    });
  });

  it('is refused where it is one of many thousands that others have had', async () => {
    const common = dictionary['passwords-common'].map(String).filter((one) => one.length >= SHORTEST);
    expect(common.length).toBeGreaterThan(3_000);
    const taken: string[] = [];
    for (const one of common)
      await passwords.check(one, own).then(
        () => taken.push(one),
        () => undefined,
      );
    expect(taken).toEqual([]);
  });

  it.each(['correct horse battery', '春天的花开在窗台上', 'k7#Qp2xT', 'x'.repeat(4) + 'yzabc'])(
    'such as %s is taken: no rules on kinds of characters',
    async (password) => {
      await expect(passwords.check(password, own)).resolves.toBeUndefined();
    },
  );

  it('is told from all others by its hash, however its letters were composed', async () => {
    const hash = await passwords.hash('Ångström-café');
    expect(hash).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(await passwords.matches('A\u030angstro\u0308m-cafe\u0301', hash)).toBe(true);
    expect(await passwords.matches('Ångström-cafe', hash)).toBe(false);
  });

  it('is looked at whole and as it was written: every letter, capital, blank and of a hundred', async () => {
    const long = ` ${'a long one, '.repeat(10)}End`;
    await expect(passwords.check(long, own)).resolves.toBeUndefined();
    const hash = await passwords.hash(long);
    expect(await passwords.matches(long, hash)).toBe(true);
    for (const other of [long.trim(), long.toLowerCase(), long.slice(0, -1), long.slice(0, 72), `${long} `])
      expect(await passwords.matches(other, hash)).toBe(false);
  });

  it('has its own salt: the same one is never kept alike', async () => {
    expect(await passwords.hash('correct horse')).not.toBe(await passwords.hash('correct horse'));
  });

  it('matches nothing where there is no account, and takes as long to say so', async () => {
    expect(await passwords.matches('nobody has this password', undefined)).toBe(false);
    expect(await passwords.matches('nobody has this password', null)).toBe(false);
  });
});
