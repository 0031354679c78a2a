import { createHmac, scryptSync } from 'node:crypto';
import pg from 'pg';
import { freshBaseUrl, testServerUrl } from '#libs/testing';
import { openDatabase, type Database } from './database.js';
import { asService } from './roles.js';

describe('the password of a service’s own role', () => {
  const ownersUrl = 'postgres://liren:correct%20horse@db:5432/liren_visits?sslmode=verify-full';
  const close = async ({ dataSource, owner }: Database): Promise<void> => {
    await dataSource.destroy();
    await owner?.end();
  };

  it('follows from the owner’s by scrypt, another for each role', () => {
    const url = new URL(asService(ownersUrl));
    const cost = { N: 32_768, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
    const stretched = scryptSync('correct horse', 'liren service roles', 32, cost);
    const expected = createHmac('sha256', stretched).update('liren_visits').digest('base64url');
    expect([url.username, url.password, url.search]).toEqual([
      'liren_visits',
      expected,
      '?sslmode=verify-full',
    ]);
    const another = new URL(asService(ownersUrl.replace('liren_visits', 'liren_clients')));
    expect(another.password).not.toBe(expected);
  });

  it('is the given one in its place', async () => {
    const rolePassword = `it's "given" \\ here`;
    const database = await openDatabase(freshBaseUrl(), 'visits', { migrations: [], rolePassword });
    expect(decodeURIComponent(new URL(database.serviceUrl).password)).toBe(rolePassword);
    await close(database);
  });

  it('is set anew at a start, also where an older version had made it in another way', async () => {
    const baseUrl = freshBaseUrl();
    const before = await openDatabase(baseUrl, 'visits', { migrations: [] });
    await close(before);
    const owner = new pg.Client({ connectionString: `${testServerUrl()}/postgres` });
    await owner.connect();
    await owner.query(`alter role ${before.roles.service} password 'as it was'`);
    await owner.end();
    const after = await openDatabase(baseUrl, 'visits', { migrations: [] });
    expect((await after.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await close(after);
  });
});
