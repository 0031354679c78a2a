import { z } from 'zod';
import { breakingChanges, type PromisedShape } from './breaking-changes.js';

const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as PromisedShape;
const line = z.object({ lineId: z.string(), paidMinor: z.int() });
const promised = z.object({
  visitId: z.uuid(),
  note: z.string().optional(),
  grade: z.enum(['A', 'B']),
  lines: z.array(line),
});
const changed = (now: z.ZodType) => breakingChanges(shapeOf(promised), shapeOf(now));

describe('a published contract', () => {
  it('may get new fields, needed or not, also within its lists', () => {
    expect(changed(promised)).toEqual([]);
    const lines = z.array(line.extend({ staffId: z.string() }));
    expect(changed(promised.extend({ storeId: z.string(), mood: z.string().optional(), lines }))).toEqual([]);
  });

  it.each([
    ['lose a field', promised.omit({ visitId: true }), ['data.visitId is gone']],
    ['leave a field out sometimes', promised.partial({ visitId: true }), ['data.visitId may be missing']],
    ['say something else in a field', promised.extend({ note: z.int() }), ['data.note is of another kind']],
    [
      'say more than it promised to',
      promised.extend({ grade: z.enum(['A', 'B', 'C']) }),
      ['data.grade is of another kind'],
    ],
    [
      'lose a field within its lists',
      promised.extend({ lines: z.array(line.omit({ paidMinor: true })) }),
      ['data.lines[].paidMinor is gone'],
    ],
  ])('may not %s', (_what, now, found) => {
    expect(changed(now)).toEqual(found);
  });
});
