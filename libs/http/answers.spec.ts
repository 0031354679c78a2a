import { Ajv } from 'ajv';
import { z } from 'zod';
import { problemOf, schemaOf, problem } from '#libs/http';
import { Rejection } from '#libs/event-sourcing';

describe('what routes answer, as described', () => {
  const takes = (schema: z.ZodType, answer: unknown) => new Ajv().compile(schemaOf(schema))(answer);

  it('may be null where it may be one of some values or null', () => {
    const grade = z.enum(['A', 'B']).nullable();
    for (const said of [grade, grade.describe('Of the store')])
      expect([takes(said, 'A'), takes(said, null), takes(said, 'C')]).toEqual([true, true, false]);
  });

  it.each([
    ['a refusal', new Rejection('not-a-member', 'This client is not a member.', { clientId: '1' })],
    ['what nobody foresaw', new Error('oh')],
  ])('is a problem for %s', (_what, error) => {
    expect(problem.parse(JSON.parse(JSON.stringify(problemOf(error))))).toMatchObject({
      title: expect.any(String),
    });
  });
});
