import type { Aggregate, DomainEvent } from '#libs/event-sourcing';
import { freshLog, type FreshLog } from '#libs/testing';
import { upcast } from './folding.js';
import { NOON, toStream } from './testing/points.builders.js';
import { uuidv7 } from './uuid.js';

type Named = DomainEvent<'ClientNamed', { given: string; family: string }>;

/** As it was stored when a name was one word. */
const STORED = { name: 'Wang Fang' };

const client: Aggregate<string[], Named> = {
  category: 'client',
  initial: [],
  evolve: (names, { data }) => [...names, `${data.family}, ${data.given}`],
  upcasters: {
    ClientNamed: (data) => {
      const { name, ...today } = data as { name?: string };
      if (name === undefined) return today;
      const [family, given] = name.split(' ');
      return { family, given };
    },
  },
};

describe('a fact in an old shape', () => {
  let log: FreshLog;
  beforeAll(async () => {
    log = await freshLog();
  });
  afterAll(() => log.close());

  it('is read in today’s shape, beside new ones, and stays in the log as it was stored', async () => {
    const { store } = log.process();
    const id = uuidv7();
    await store.append(
      toStream(`client:${id}`, { events: [{ type: 'ClientNamed', data: STORED, occurredAt: NOON }] }),
    );
    const named = (names: readonly string[]): Named[] => [
      { type: 'ClientNamed', data: { given: names.join(), family: 'Li' }, occurredAt: NOON },
    ];
    await store.transact(client, id, named);
    expect((await store.load(client, id)).state).toEqual(['Wang, Fang', 'Li, Wang, Fang']);
    const [old, today] = await store.readStream(`client:${id}`);
    expect(old!.data).toEqual(STORED);
    const { upcasters } = client;
    expect(upcast({ upcasters }, old!).data).toEqual({ family: 'Wang', given: 'Fang' });
    expect(upcast({ upcasters }, today!).data).toEqual(today!.data);
  });
});
