import { RE2JS } from 're2js';
import { z } from 'zod';

/** As RE2 takes them: in time that grows with the text alone, since a mapping comes from outside. */
const pattern = z.string().max(500).refine(isPattern, { error: 'is no regular expression of RE2' });

/** Every comparison it names must hold; those with a number are false for a cell that is none. */
const condition = z
  .strictObject({
    column: z.string().min(1),
    equals: z.union([z.string(), z.number()]).optional(),
    startsWith: z.string().min(1).optional(),
    matches: pattern.optional(),
    lessThan: z.number().optional(),
    atMost: z.number().optional(),
    moreThan: z.number().optional(),
    atLeast: z.number().optional(),
  })
  .refine((comparisons) => Object.keys(comparisons).length > 1, {
    error: 'compares with nothing: add equals, startsWith, matches, lessThan, atMost, moreThan or atLeast',
  });

/** All conditions must hold; without any, the rule takes every row. */
const when = z.array(condition).min(1).optional();

export const rule = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('sale'), when }),
  z.strictObject({ is: z.literal('return'), when }),
  z.strictObject({
    is: z.literal('skip'),
    when,
    code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'is no code such as price-0' }),
    reason: z.string().min(1),
  }),
]);

export type Rule = z.infer<typeof rule>;
type Condition = z.infer<typeof condition>;
type Cells = Readonly<Record<string, string>>;

/** The first rule that takes a row. */
export const firstRuleOf = (rules: readonly Rule[]): ((cells: Cells) => Rule | undefined) => {
  const tests = rules.map((one) => ({ one, holds: (one.when ?? []).map(testOf) }));
  return (cells) => tests.find(({ holds }) => holds.every((test) => test(cells)))?.one;
};

const testOf = ({ column, ...wanted }: Condition): ((cells: Cells) => boolean) => {
  const tests = [...textTests(wanted), ...numberTests(wanted)];
  return (cells) => {
    const text = (cells[column] ?? '').trim();
    return tests.every((test) => test(text));
  };
};

type Comparisons = Omit<Condition, 'column'>;
type Test = (text: string) => boolean;

const textTests = ({ equals, startsWith, matches }: Comparisons): Test[] => {
  const tests: Test[] = [];
  if (typeof equals === 'string') tests.push((text) => text === equals);
  if (startsWith !== undefined) tests.push((text) => text.startsWith(startsWith));
  if (matches !== undefined) {
    const regex = RE2JS.compile(matches);
    tests.push((text) => regex.test(text));
  }
  return tests;
};

const numberTests = ({ equals, lessThan, atMost, moreThan, atLeast }: Comparisons): Test[] => {
  const tests: ((number: number) => boolean)[] = [];
  if (typeof equals === 'number') tests.push((number) => number === equals);
  if (lessThan !== undefined) tests.push((number) => number < lessThan);
  if (atMost !== undefined) tests.push((number) => number <= atMost);
  if (moreThan !== undefined) tests.push((number) => number > moreThan);
  if (atLeast !== undefined) tests.push((number) => number >= atLeast);
  return tests.map((test) => (text) => test(numberIn(text)));
};

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** NaN, which no comparison takes, where there is no number. */
const numberIn = (text: string): number => (NUMBER.test(text) ? Number(text) : NaN);

function isPattern(text: string): boolean {
  try {
    return RE2JS.compile(text) instanceof RE2JS;
  } catch {
    return false;
  }
}
