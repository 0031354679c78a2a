import { setTimeout as sleep } from 'node:timers/promises';
import { EventStore, View } from '#libs/event-store';
import { freshBaseUrl } from '#libs/testing';
import { balance } from '../event-store/testing/balance.builders.js';
import { earned, toStream } from '../event-store/testing/points.builders.js';
import { openDatabase, type Database } from './database.js';
import { ScopedReads, type Reads } from './scoped-reads.js';

describe('a snapshot of views', () => {
  let database: Database;
  let views: View[];
  const names = ['balance', 'balance_too'];
  const seen = ({ query }: Reads, name: string) => query(`select * from ${name} order by member`);

  beforeEach(async () => {
    database = await openDatabase(freshBaseUrl(), 'membership', { migrations: [] });
    const { pool, owner, roles } = database;
    const store = new EventStore(pool, { now: () => new Date() });
    await store.append(toStream('points:1', { events: [earned(1)] }));
    views = names.map((name) => new View(pool, store, { ...balance, name }, { pool: owner, ...roles }));
    for (const view of views) await view.prepare();
  });
  afterEach(async () => {
    await database.dataSource.destroy();
    await database.owner?.end();
  });

  it('sees each of them whole, though one is rebuilt before it is asked', async () => {
    let rebuilt: Promise<void> | undefined;
    const [one, other] = await new ScopedReads(database).snapshot(names, async (reads) => {
      const before = await seen(reads, names[0]!);
      rebuilt = views[1]!.rebuild();
      await Promise.race([rebuilt, sleep(1_000)]);
      return [before, await seen(reads, names[1]!)];
    });
    expect(one).toHaveLength(1);
    expect(other).toEqual(one);
    await rebuilt;
    expect(views[1]!.status()).toMatchObject({ generation: 2, rebuilding: null });
  });
});
