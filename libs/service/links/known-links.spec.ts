import fc from 'fast-check';
import { inCommandContext, uuidv7 } from '#libs/event-store';
import { freshLog, type FreshLog } from '#libs/testing';
import type { Link } from './known-link.events.js';
import { KnownLinksQuery } from './known-links.query.js';
import { withSurvivors } from './linked-client.projection.js';

interface Told extends Link {
  readonly linked: boolean;
}

const FIVE = ['a', 'b', 'c', 'd', 'e'];
const client = fc.constantFrom(...FIVE);
const wishes = fc.array(fc.record({ linked: fc.boolean(), survivorId: client, mergedId: client }), {
  maxLength: 30,
  size: 'max',
});

/** What `clients` does of what is asked: who is merged stands for herself no more, so she is not merged again. */
const done = (asked: readonly Told[]): { told: Told[]; survivors: Map<string, string> } => {
  const survivors = new Map<string, string>();
  const told = asked.filter(({ linked, survivorId, mergedId }) => {
    if (!linked) return survivors.get(mergedId) === survivorId && survivors.delete(mergedId);
    if (survivorId === mergedId || survivors.has(survivorId) || survivors.has(mergedId)) return false;
    survivors.set(mergedId, survivorId);
    return true;
  });
  return { told, survivors };
};

/** In another order, as it may come: what has the same key stays in its own. */
const asItComes = (told: readonly Told[]): fc.Arbitrary<Told[]> =>
  fc.shuffledSubarray([...told], { minLength: told.length }).map((shuffled) => {
    const left = new Map(FIVE.map((id) => [id, told.filter(({ survivorId }) => survivorId === id)]));
    return shuffled.map(({ survivorId }) => left.get(survivorId)!.shift()!);
  });

describe('who is one person, as it was told', () => {
  let log: FreshLog;
  beforeAll(async () => {
    log = await freshLog();
  });
  afterAll(() => log.close());

  const learning = (run: string, links: KnownLinksQuery) => (told: Told) =>
    inCommandContext({ commandId: uuidv7() }, () =>
      links.learn({
        ...{ linked: told.linked, at: '2026-03-01T02:00:00.000Z' },
        ...{ survivorId: `${run} ${told.survivorId}`, mergedId: `${run} ${told.mergedId}` },
      }),
    );

  it('is what clients holds in the end, in whatever order it came, twice or side by side', async () => {
    const histories = wishes.chain((asked) => {
      const { told, survivors } = done(asked);
      return fc.record({ told: asItComes(told), survivors: fc.constant(survivors) });
    });
    await fc.assert(
      fc.asyncProperty(histories, fc.boolean(), async ({ told, survivors }, sideBySide) => {
        const run = uuidv7();
        const links = new KnownLinksQuery(log.process().store);
        const learn = learning(run, links);
        const keys = FIVE.map((id) => told.filter(({ survivorId }) => survivorId === id));
        const inOrder = async (some: readonly Told[]) => {
          for (const one of some) await learn(one);
        };
        if (sideBySide) await Promise.all(keys.map(inOrder));
        else await inOrder(told);
        const last = told.at(-1);
        if (last !== undefined) await learn(last);
        const topOf = (id: string): string => (survivors.has(id) ? topOf(survivors.get(id)!) : id);
        const under = (id: string): string[] => [
          id,
          ...FIVE.filter((one) => survivors.get(one) === id).flatMap(under),
        ];
        const named = (ids: readonly string[]) => ids.map((id) => `${run} ${id}`).sort();
        for (const id of FIVE) {
          const [ids, person] = [await links.idsOf(`${run} ${id}`), await links.personOf(`${run} ${id}`)];
          expect(ids[0]).toBe(`${run} ${id}`);
          expect([...ids].sort()).toEqual(named(under(id)));
          expect(person[0]).toBe(`${run} ${id}`);
          expect([...person].sort()).toEqual(named(FIVE.filter((one) => topOf(one) === topOf(id))));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is asked of rows by the survivor of survivors; in a circle, which lasts a moment, nobody is another', async () => {
    const survivorsOf = async (links: readonly [string, string][], of?: string) => {
      const given = links.map(([survivorId, mergedId]) => `('${survivorId}', '${mergedId}')`).join(', ');
      const rows = await log.query<{ clientId: string; survivorId: string }>(
        `${withSurvivors({ first: `given("survivorId", "mergedId") as (values ${given})`, links: 'given', of })}
         select * from survivor order by "clientId"`,
      );
      return rows.map(({ clientId, survivorId }) => `${clientId} is ${survivorId}`);
    };
    expect(
      await survivorsOf([
        ['a', 'b'],
        ['b', 'c'],
      ]),
    ).toEqual(['b is a', 'c is a']);
    expect(
      await survivorsOf(
        [
          ['a', 'b'],
          ['b', 'c'],
        ],
        `values ('c'), ('d')`,
      ),
    ).toEqual(['c is a']);
    expect(
      await survivorsOf([
        ['a', 'b'],
        ['z', 'b'],
      ]),
    ).toEqual(['b is a']);
    expect(
      await survivorsOf([
        ['a', 'b'],
        ['b', 'a'],
        ['d', 'e'],
      ]),
    ).toEqual(['e is d']);
  });
});
