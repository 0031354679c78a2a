import fc from 'fast-check';
import { eachOf, lookedThrough } from './looked-through.query.js';

const people = (count: number) =>
  Array.from({ length: count }, (_one, at) => ({ clientId: String(at).padStart(6, '0'), at }));

describe('looking through clients', () => {
  it('finds all who are wanted, each once and in order, however many it looks at and gives at a time', async () => {
    const asked = {
      count: fc.nat(4_100),
      every: fc.integer({ min: 1, max: 800 }),
      limit: fc.integer({ min: 1, max: 500 }),
      atMost: fc.integer({ min: 1, max: 2_000 }),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(asked), async ({ count, every, limit, atMost }) => {
        const all = people(count);
        const some = async (after: string, most: number) =>
          all.filter(({ clientId }) => clientId > after).slice(0, most);
        const wanted = ({ at }: { at: number }) => at % every === 0;
        const found: typeof all = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const page: Awaited<ReturnType<typeof lookedThrough<(typeof all)[0]>>> = await lookedThrough(
            { some, wanted, cursor, limit },
            atMost,
          );
          expect(page.items.length).toBeLessThanOrEqual(limit);
          found.push(...page.items);
          cursor = page.nextCursor;
        }
        expect(found).toEqual(all.filter(wanted));
        const each: typeof all = [];
        for await (const ones of eachOf(some)) each.push(...ones);
        expect(each).toEqual(all);
      }),
      { numRuns: 30 },
    );
  });
});
