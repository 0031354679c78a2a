import { freshBaseUrl } from '#libs/testing';
import { openDatabase, type Database } from './database.js';

describe('the database of a service', () => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(freshBaseUrl(), 'visits', { migrations: [] });
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await database.owner!.end();
  });

  it.each(['the first connection, with which it was opened', 'one that was made later'])(
    'loses %s while it is in hand, and the service goes on',
    async () => {
      const { pool, owner } = database;
      const inHand = await pool.connect();
      const { rows } = await inHand.query<{ pid: number }>('select pg_backend_pid() as pid');
      const broken = new Promise((resolve) => inHand.once('end', resolve));
      await owner!.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
      await broken;
      await expect(inHand.query('select 1')).rejects.toThrow();
      inHand.release(true);
      await expect(pool.query('select 1')).resolves.toMatchObject({ rowCount: 1 });
    },
  );
});
